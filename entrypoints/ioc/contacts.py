"""Contacts, tags, custom fields, segments, lead scores."""

from dishka import Provider, Scope, provide, provide_all

from adapters.postgres.readers.contact_settings import PostgresContactSettingsList
from adapters.postgres.readers.contacts import PostgresContactList
from application.contacts.add_contact_field import AddContactFieldHandler
from application.contacts.add_lead_score_rule import AddLeadScoreRuleHandler
from application.contacts.add_tag import AddTagHandler
from application.contacts.block_contact import BlockContact
from application.contacts.create_contact import CreateContactHandler
from application.contacts.create_segment import CreateSegmentHandler
from application.contacts.delete_contact import DeleteContact
from application.contacts.delete_contact_field import DeleteContactField
from application.contacts.delete_lead_score_rule import DeleteLeadScoreRule
from application.contacts.delete_segment import DeleteSegment
from application.contacts.delete_tag import DeleteTag
from application.contacts.get_contact import GetContact
from application.contacts.join_found_contacts import JoinFoundContactsHandler
from application.contacts.list_contact_conversations import ListContactConversations
from application.contacts.list_contact_notes import ListContactNotes
from application.contacts.list_contact_timeline import ListContactTimeline
from application.contacts.list_contacts import ListContacts
from application.contacts.list_duplicates import ListDuplicates
from application.contacts.merge_contacts import MergeContactsHandler
from application.contacts.record_consent import RecordConsentHandler
from application.contacts.score_leads import ScoreLeadsHandler
from application.contacts.score_leads_of import ScoreLeadsOfHandler
from application.contacts.set_contact_tags import SetContactTagsHandler
from application.contacts.unblock_contact import UnblockContact
from application.contacts.undo_merge import UndoMerge
from application.contacts.update_contact import UpdateContactHandler
from application.contacts.update_contact_field import UpdateContactFieldHandler
from application.contacts.update_lead_score_rule import UpdateLeadScoreRuleHandler
from application.contacts.update_segment import UpdateSegmentHandler
from application.contacts.update_tag import UpdateTagHandler
from application.contacts.write_contact_note import WriteContactNoteHandler
from application.ports.readers.contact_settings import ContactSettingsList
from application.ports.readers.contacts import ContactList
from entrypoints.ioc.stores import AppDatabase


class ContactsProvider(Provider):
    """Contacts and what hangs on them."""

    scope = Scope.APP
    plain = provide_all(
        AddContactFieldHandler,
        AddLeadScoreRuleHandler,
        AddTagHandler,
        BlockContact,
        CreateContactHandler,
        CreateSegmentHandler,
        DeleteContact,
        DeleteContactField,
        DeleteLeadScoreRule,
        DeleteSegment,
        DeleteTag,
        GetContact,
        ListContactConversations,
        ListContactNotes,
        ListContactTimeline,
        ListContacts,
        ListDuplicates,
        JoinFoundContactsHandler,
        MergeContactsHandler,
        RecordConsentHandler,
        ScoreLeadsHandler,
        ScoreLeadsOfHandler,
        SetContactTagsHandler,
        UnblockContact,
        UndoMerge,
        UpdateContactFieldHandler,
        UpdateContactHandler,
        UpdateLeadScoreRuleHandler,
        UpdateSegmentHandler,
        UpdateTagHandler,
        WriteContactNoteHandler,
    )

    @provide
    def contacts(self, database: AppDatabase) -> ContactList:
        """Read contacts."""
        return PostgresContactList(database)

    @provide
    def settings(self, database: AppDatabase) -> ContactSettingsList:
        """Read tags, fields, segments, rules."""
        return PostgresContactSettingsList(database)
