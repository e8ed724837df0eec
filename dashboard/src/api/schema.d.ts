// Made by `make dashboard-types` from the API's description; not by hand.

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give the public keys that verify access tokens. */
        get: operations["GetSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ai/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show which language model answers, and what it may cost; never the key. */
        get: operations["GetAiSettings"];
        /** Have another language model answer, or cost otherwise. */
        put: operations["UpdateAiSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ai/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the model as a flow would, and show what it was shown. */
        post: operations["TryAi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ai/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what language models took in a month, by day and model. */
        get: operations["ShowAiUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the hosts that flows called, by name: how often they answered, failed, and failed since. */
        get: operations["ListApiHosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the company's API keys, the newest first. */
        get: operations["ListApiKeys"];
        put?: never;
        /** Make an API key that acts for you; its text is shown this once. */
        post: operations["CreateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{api_key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an API key, yours or anybody's, for good. */
        delete: operations["RevokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{api_key_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give your API key another text, shown this once; the old one is good for nothing at once. */
        post: operations["RotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who did and saw what, the newest first. */
        get: operations["ListAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Download the entries of some time as a file, the oldest first. */
        post: operations["ExportAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check that no entry was edited, removed, inserted, moved or doubled. */
        get: operations["VerifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do without the second factor. */
        post: operations["DisableTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove the secret with a code, and have it asked for at every login from now on. */
        post: operations["EnableTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get ten new recovery codes in the place of all before. */
        post: operations["RenewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get a secret for an authenticator app. */
        post: operations["SetUpTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/2fa/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish a login with a code of the phone or a recovery code. */
        post: operations["VerifySecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/accept-invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join the company that sent an invitation, and log in. */
        post: operations["AcceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password while being logged in. */
        post: operations["ChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a link for a new password sent to an e-mail. */
        post: operations["ForgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get tokens for an e-mail and a password, or a challenge where a second factor is in use. */
        post: operations["LogIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session. */
        post: operations["LogOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell who is logged in, and what they may do. */
        get: operations["GetMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my profile: name, language, notices, picture. */
        patch: operations["UpdateMe"];
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange the refresh token for the next one and a new access token. */
        post: operations["RefreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come aboard: a company with a trial of 14 days, and its first admin, who is logged in at once. */
        post: operations["RegisterCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/resend-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the link for confirming my e-mail sent again. */
        post: operations["ResendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password with the link that was sent. */
        post: operations["ResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where I am logged in, the newest first. */
        get: operations["ListSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions. */
        delete: operations["EndSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an e-mail with the link that was sent there. */
        post: operations["VerifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automation-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List rules, by place. */
        get: operations["ListAutomationRules"];
        put?: never;
        /** Have something done after an event. */
        post: operations["AddAutomationRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automation-rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a rule. */
        get: operations["GetAutomationRule"];
        /** Change a rule. */
        put: operations["UpdateAutomationRule"];
        post?: never;
        /** Remove a rule, and its history. */
        delete: operations["DeleteAutomationRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automation-rules/{rule_id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what a rule would do, on a conversation or where its event happened last; nothing is done. */
        post: operations["DryRunRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automation-rules/{rule_id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what became of a rule, the newest first; it is kept for 30 days. */
        get: operations["ListAutomationRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bot/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what is said by itself, at which moments and in which languages. */
        get: operations["ListBotTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bot/config/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switch an automatic text on or off, or say it otherwise. */
        put: operations["UpdateBotText"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bot/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show every number and the flows that answer on it, in the order in which they are asked. */
        get: operations["ListBotFlows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show when the company, or a department, is open. */
        get: operations["GetBusinessHours"];
        /** Say when the company, or a department, is open. */
        put: operations["SetBusinessHours"];
        post?: never;
        /** Forget the hours of a department, which has the company's then, or those of the company. */
        delete: operations["RemoveBusinessHours"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-hours/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show whether it is open now, until when, and when on the next days. */
        get: operations["PreviewHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List canned responses by shortcut. */
        get: operations["ListCannedResponses"];
        put?: never;
        /** Write a canned response. */
        post: operations["AddCannedResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-responses/{response_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a canned response. */
        get: operations["GetCannedResponse"];
        /** Change a canned response. */
        put: operations["UpdateCannedResponse"];
        post?: never;
        /** Remove a canned response. */
        delete: operations["DeleteCannedResponse"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-responses/{response_id}/render": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fill a canned response's variables in for a conversation. */
        post: operations["RenderCannedResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatbots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the chatbots, the newest first. */
        get: operations["ListChatbots"];
        put?: never;
        /** Make a chatbot; its flows come next. */
        post: operations["CreateChatbot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatbots/{chatbot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a chatbot with its variables. */
        get: operations["GetChatbot"];
        /** Change a chatbot: its name, its variables, its main flow. */
        put: operations["UpdateChatbot"];
        post?: never;
        /** Remove a chatbot that has no flows and answers on no number. */
        delete: operations["DeleteChatbot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatbots/{chatbot_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a chatbot's published flows start again. */
        post: operations["ActivateChatbot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatbots/{chatbot_id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let none of a chatbot's flows start; sessions that run go on. */
        post: operations["DeactivateChatbot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatbots/{chatbot_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy a chatbot with its flows' drafts and tests; nothing of the copy runs. */
        post: operations["DuplicateChatbot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatbots/{chatbot_id}/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a chatbot's flows, the newest first. */
        get: operations["ListChatbotFlows"];
        put?: never;
        /** Keep a new flow of a chatbot as a draft. */
        post: operations["CreateChatbotFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatbots/{chatbot_id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the sessions of a chatbot's flows of the last thirty days. */
        get: operations["ShowChatbotStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List custom fields by their place. */
        get: operations["ListContactFields"];
        put?: never;
        /** Make a custom field. */
        post: operations["AddContactField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-fields/{field_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a custom field. */
        get: operations["GetContactField"];
        /** Change a custom field. */
        put: operations["UpdateContactField"];
        post?: never;
        /** Remove a custom field. */
        delete: operations["DeleteContactField"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contacts, the newest first. */
        get: operations["ListContacts"];
        put?: never;
        /** Make a contact. */
        post: operations["CreateContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a contact: its names, tags, consents, and how much was said. */
        get: operations["GetContact"];
        /** Change what is known of a contact. */
        put: operations["UpdateContact"];
        post?: never;
        /** Take a contact off all lists. */
        delete: operations["DeleteContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Block a contact. */
        post: operations["BlockContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a contact's conversations, those with the newest messages first. */
        get: operations["ListContactConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another contact part of this one. */
        post: operations["MergeContacts"];
        /** Take back the last merge into this contact. */
        delete: operations["UndoMerge"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the notes about a contact, the newest first. */
        get: operations["ListContactNotes"];
        put?: never;
        /** Write down what the others should know of a contact. */
        post: operations["WriteContactNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/opt-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a contact agrees to be written to. */
        post: operations["OptIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/opt-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a contact does not want to be written to. */
        post: operations["OptOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which tags a contact has; it has no others from then on. */
        put: operations["SetContactTags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell the story of a contact, the newest first. */
        get: operations["ListContactTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/unblock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a contact again. */
        post: operations["UnblockContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggest contacts that may be one person. */
        get: operations["ListDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have contacts written into a file, CSV or XLSX. */
        post: operations["ExportContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an export, and where to have its file. */
        get: operations["GetContactExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/exports/{export_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give an export's file to whoever has its signed address. */
        get: operations["DownloadContactExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a file of contacts, CSV or XLSX. */
        post: operations["ImportContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List files of contacts that were brought, the newest first. */
        get: operations["ListContactImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how far an import is, and what was found in its file. */
        get: operations["GetContactImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{import_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an import; what was written stays. */
        post: operations["CancelContactImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{import_id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what is wrong with rows of a file, in their order. */
        get: operations["ListContactImportErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{import_id}/errors/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give the rows with something wrong as CSV, beside what is wrong with them. */
        get: operations["DownloadContactImportErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List conversations, those with the newest messages first. */
        get: operations["ListConversations"];
        put?: never;
        /** Begin a conversation with a contact on a number, perhaps with a first message. */
        post: operations["OpenConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a conversation. */
        get: operations["GetConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a conversation's priority, department or details. */
        patch: operations["UpdateConversation"];
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a resolved conversation away. */
        post: operations["ArchiveConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a conversation to a person. */
        post: operations["AssignConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a conversation; the contact's next message opens another. */
        post: operations["CloseConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one's own draft in a conversation; an empty one where there is none. */
        get: operations["GetDraft"];
        /** Keep one's own draft in a conversation, until it is sent. */
        put: operations["KeepDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a conversation's messages, the newest first. */
        get: operations["ListMessages"];
        put?: never;
        /** Queue a message to the contact. */
        post: operations["SendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the notes beside a conversation, the newest first. */
        get: operations["ListNotes"];
        put?: never;
        /** Write a note that the contact never sees. */
        post: operations["AddNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a conversation as seen by oneself, and perhaps let the contact know. */
        post: operations["MarkRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a conversation back to the bot. */
        post: operations["ReleaseConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with a conversation that was resolved or archived; whoever reopens it has it. */
        post: operations["ReopenConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a conversation; the contact's next message opens another. */
        post: operations["ResolveConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a conversation sleep until a time, or until the contact writes. */
        post: operations["SnoozeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which tags a conversation has; no others from then on. */
        put: operations["SetTags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/takeover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a conversation; the bot is silent from then on. */
        post: operations["TakeOverConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what happened to a conversation, the newest first. */
        get: operations["ListTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass a conversation on: to a person, to a department, or back to the bot. */
        post: operations["TransferConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who had a conversation, the newest change of hands first. */
        get: operations["ListTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show colleagues, and the contact where the number can, that an answer is being written. */
        post: operations["TellTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/viewers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show who has a conversation open just now. */
        get: operations["ListViewers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do one thing with many conversations, each for itself. */
        post: operations["BulkChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the open conversations of each view. */
        get: operations["GetConversationStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/csat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what customers were asked and what they answered, the latest question first. */
        get: operations["ListCsat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/csat/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sum up how content customers are. */
        get: operations["GetCsatSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the departments by name, with what their members can take together. */
        get: operations["ListDepartments"];
        put?: never;
        /** Make a department. */
        post: operations["AddDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{department_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a department and who is in it. */
        get: operations["GetDepartment"];
        /** Change a department's name or description, make it the default, or say who gets what waits in it. */
        put: operations["UpdateDepartment"];
        post?: never;
        /** End a department. */
        delete: operations["DeleteDepartment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{department_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who is in a department; nobody else is from then on. */
        put: operations["SetMembers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{department_id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what waits in a department, for how long, and who could take it. */
        get: operations["GetQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the departments by name, for whoever passes a conversation on. */
        get: operations["ListDepartmentNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flow-sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a session step by step. */
        get: operations["GetFlowSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flow-sessions/{session_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a session, with its timers, its calls and what it has not sent. */
        post: operations["CancelFlowSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the flows, the newest first. */
        get: operations["ListFlows"];
        put?: never;
        /** Keep a new flow as a draft. */
        post: operations["CreateFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a flow with the document that is being edited. */
        get: operations["GetFlow"];
        /** Replace a flow's draft; what runs goes on as it was published. */
        put: operations["UpdateFlow"];
        post?: never;
        /** Take a flow out of every list; its sessions go on to their end. */
        delete: operations["DeleteFlow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count a flow's sessions, steps and answers. */
        get: operations["GetFlowAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell the difference between two versions by node, edge and field. */
        get: operations["CompareFlowVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy a flow's draft with its tests; nothing of the copy runs. */
        post: operations["DuplicateFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/edges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the edges of a flow's draft, in the order of the document. */
        get: operations["ListFlowEdges"];
        put?: never;
        /** Add an edge to a flow's draft, last; without an id it gets one. */
        post: operations["AddFlowEdge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/edges/{edge_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the named fields of an edge of a flow's draft. */
        put: operations["ChangeFlowEdge"];
        post?: never;
        /** Remove an edge of a flow's draft. */
        delete: operations["RemoveFlowEdge"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give a flow's draft with its tests as a file. */
        get: operations["ExportFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the nodes of a flow's draft, in the order of the document. */
        get: operations["ListFlowNodes"];
        put?: never;
        /** Add a node to a flow's draft, last; without an id it gets one. */
        post: operations["AddFlowNode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/nodes/{node_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the named fields of a node of a flow's draft. */
        put: operations["ChangeFlowNode"];
        post?: never;
        /** Remove a node of a flow's draft, with the edges that touch it. */
        delete: operations["RemoveFlowNode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an immutable version of the draft, for new sessions. */
        post: operations["PublishFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/regression": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the draft the last sessions of the version that runs, and list what would go otherwise. */
        post: operations["CheckRegressions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List when a flow ran by the clock, the newest first, and what it missed. */
        get: operations["ListFlowRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who went through a flow, the newest first. */
        get: operations["ListFlowSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a flow with a contact who need not have written. */
        post: operations["StartFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Play conversations against the draft, with a clock that the test moves. */
        post: operations["RehearseFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the tests that lie beside a flow, in their order. */
        get: operations["ListFlowTests"];
        /** Keep these tests beside a flow, in place of those before. */
        put: operations["SetFlowTests"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a flow start no more; its sessions go on to their end. */
        post: operations["UnpublishFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find what would go wrong if the draft ran. */
        post: operations["ValidateFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was published of a flow, the newest first. */
        get: operations["ListFlowVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a version with its document. */
        get: operations["GetFlowVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/versions/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a version the draft again; what runs goes on. */
        post: operations["RestoreFlowVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a file as a draft: our own export, a document, or a Typebot. */
        post: operations["ImportFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the flows that come with PyTake. */
        get: operations["ListFlowTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/templates/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a flow that comes with PyTake, with its document and its tests. */
        get: operations["GetFlowTemplate"];
        put?: never;
        /** Keep a flow that comes with PyTake as a draft of one's own, with its tests. */
        post: operations["CreateFlowFromTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell that the process runs. */
        get: operations["Live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether the database and Redis answer. */
        get: operations["CheckReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the company's own holidays, by day. */
        get: operations["ListHolidays"];
        put?: never;
        /** Add a day on which the company is closed, or open although it is a public holiday. */
        post: operations["AddHoliday"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holidays/{holiday_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a holiday of the company's own. */
        delete: operations["RemoveHoliday"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holidays/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a year's public holidays where the company is. */
        get: operations["ListPublicHolidays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge-bases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what bots may look things up in, by name. */
        get: operations["ListKnowledgeBases"];
        put?: never;
        /** Begin a knowledge base. */
        post: operations["AddKnowledgeBase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge-bases/{base_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a knowledge base. */
        get: operations["GetKnowledgeBase"];
        /** Call a knowledge base otherwise. */
        put: operations["UpdateKnowledgeBase"];
        post?: never;
        /** Remove a knowledge base with its documents. */
        delete: operations["DeleteKnowledgeBase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge-bases/{base_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a base's documents, the newest first. */
        get: operations["ListKnowledgeDocuments"];
        put?: never;
        /** Bring a document: text, Markdown, HTML or PDF. */
        post: operations["AddKnowledgeDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge-bases/{base_id}/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how far a document's reading is. */
        get: operations["GetKnowledgeDocument"];
        put?: never;
        post?: never;
        /** Remove a document with its passages. */
        delete: operations["DeleteKnowledgeDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge-bases/{base_id}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what a question would find, the best first. */
        get: operations["SearchKnowledge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-score-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rules of lead scores, the newest first. */
        get: operations["ListLeadScoreRules"];
        put?: never;
        /** Let something that contacts do be worth points. */
        post: operations["AddLeadScoreRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-score-rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a rule of lead scores. */
        get: operations["GetLeadScoreRule"];
        /** Change a rule of lead scores. */
        put: operations["UpdateLeadScoreRule"];
        post?: never;
        /** Remove a rule; points that were counted stay. */
        delete: operations["DeleteLeadScoreRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a file that is to be sent. */
        post: operations["UploadMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{media_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what a file is, and where to have it. */
        get: operations["GetMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{media_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give a file to whoever has its signed address. */
        get: operations["DownloadMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{media_id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give a small picture of a file. */
        get: operations["GetThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a conversation's messages, the newest first. */
        get: operations["ListMessagesOfConversation"];
        put?: never;
        /** Queue a message to somebody. */
        post: operations["SendTo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{message_id}/react": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set an emoji under a message, or take it off. */
        post: operations["ReactToMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{message_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Let the contact know that their message was read. */
        patch: operations["MarkMessageRead"];
        trace?: never;
    };
    "/api/v1/messages/{message_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message that failed again. */
        post: operations["RetryMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List scheduled messages, the latest first. */
        get: operations["ListScheduledMessages"];
        put?: never;
        /** Write a message that is sent at a time. */
        post: operations["ScheduleMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/scheduled/{scheduled_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a scheduled message, and what became of it. */
        get: operations["GetScheduledMessage"];
        put?: never;
        post?: never;
        /** Cancel a scheduled message. */
        delete: operations["CancelScheduledMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look for messages by their words, the newest first. */
        get: operations["SearchMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the plans and what each allows, the smallest first. */
        get: operations["ListPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the roles and what each may do: the built-in ones, then the company's own by their codes. */
        get: operations["ListRoles"];
        put?: never;
        /** Define a role. */
        post: operations["AddRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{role_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a role, for everybody who has it and at once. */
        put: operations["UpdateRole"];
        post?: never;
        /** Delete a role that nobody has. */
        delete: operations["DeleteRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the secrets that flows may send, by name: where each may go, and when it last went. Never a value. */
        get: operations["ListSecrets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secrets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a secret under a name, or another value and other hosts in its place. */
        put: operations["SetSecret"];
        post?: never;
        /** Forget a secret; calls that name it fail from then on. */
        delete: operations["RemoveSecret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List segments by name. */
        get: operations["ListSegments"];
        put?: never;
        /** Store a filter of contacts. */
        post: operations["CreateSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/{segment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a segment. */
        get: operations["GetSegment"];
        /** Change a segment. */
        put: operations["UpdateSegment"];
        post?: never;
        /** Forget a segment; its contacts stay. */
        delete: operations["DeleteSegment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/{segment_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count a segment's contacts at this moment, and show the first of them. */
        get: operations["PreviewSegment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what is promised, by place. */
        get: operations["ListSlaPolicies"];
        put?: never;
        /** Promise something. */
        post: operations["AddSlaPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies/{policy_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a policy. */
        get: operations["GetSlaPolicy"];
        /** Promise otherwise. */
        put: operations["UpdateSlaPolicy"];
        post?: never;
        /** Remove a policy, and what was promised by it. */
        delete: operations["DeleteSlaPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tags by name, with how many contacts and conversations have them. */
        get: operations["ListTags"];
        put?: never;
        /** Make a tag. */
        post: operations["AddTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{tag_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a tag. */
        get: operations["GetTag"];
        /** Change a tag. */
        put: operations["UpdateTag"];
        post?: never;
        /** Remove a tag from everything that has it. */
        delete: operations["DeleteTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show your company and its settings. */
        get: operations["GetTenant"];
        /** Change your company's settings. */
        put: operations["UpdateSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what your company uses of what its plan allows. */
        get: operations["GetUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the companies, the newest first. */
        get: operations["ListTenants"];
        put?: never;
        /** Create a company, and invite its first admin. */
        post: operations["CreateTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a company. */
        get: operations["GetTenantAsOperator"];
        /** Change a company's names, limits and next payment. */
        put: operations["UpdateTenant"];
        post?: never;
        /** Delete a company: nobody gets in any more. */
        delete: operations["DeleteTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended company work again, or one that was deleted within 30 days. */
        post: operations["ActivateTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant_id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a company read and nothing else. */
        post: operations["SuspendTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant_id}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a company to another plan. */
        post: operations["ChangePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant_id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what a company uses of what its plan allows. */
        get: operations["GetUsageAsOperator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the company's people, the newest first. */
        get: operations["ListUsers"];
        put?: never;
        /** Add a person to the company. */
        post: operations["AddUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one of the company's people. */
        get: operations["GetUser"];
        put?: never;
        post?: never;
        /** Take a person's login away for good. */
        delete: operations["DeleteUser"];
        options?: never;
        head?: never;
        /** Change what the company says of a person: name, role, language, departments, capacity. */
        patch: operations["UpdateUser"];
        trace?: never;
    };
    "/api/v1/users/{user_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a person log in again. */
        post: operations["ActivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give somebody's picture. */
        get: operations["GetAvatar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a person log in no more: their sessions end, and their conversations wait for others. */
        post: operations["DeactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count what a person did lately. */
        get: operations["GetUserStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who was asked to join, the newest first. */
        get: operations["ListInvitations"];
        put?: never;
        /** Ask somebody to join the company, by mail. */
        post: operations["InviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an invitation. */
        get: operations["GetInvitation"];
        put?: never;
        post?: never;
        /** Take an open invitation back. */
        delete: operations["RevokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose how the others see you. */
        put: operations["SetStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/online": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who is there, how much they have in hand, and how much they can take. */
        get: operations["ListAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell which version runs. */
        get: operations["GetVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the WhatsApp numbers, the newest first. */
        get: operations["ListConfigs"];
        put?: never;
        /** Connect a WhatsApp number. */
        post: operations["AddConfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-configs/{config_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a WhatsApp number. */
        get: operations["GetConfig"];
        /** Change a number: its name, chatbot, limits, ids, secrets. */
        put: operations["UpdateConfig"];
        post?: never;
        /** Take a number away; its conversations stay readable. */
        delete: operations["RemoveConfig"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-configs/{config_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch a number on: what waits is sent, where its window is still open. */
        post: operations["ActivateConfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-configs/{config_id}/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show whether the phone of a number is linked, since when, and why it is not. */
        get: operations["ShowConnection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-configs/{config_id}/connection/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlink the phone of a number, which waits until one is linked again. */
        post: operations["UnlinkPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-configs/{config_id}/connection/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connect a linked phone anew. */
        post: operations["RestartPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-configs/{config_id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch a number off: nothing is sent; what is received is kept. */
        post: operations["DeactivateConfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-configs/{config_id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how a number is doing: quality, limits, name, pause and why, failures of the last day. */
        get: operations["GetConfigHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-configs/{config_id}/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a fresh QR code that links a phone to a number of Evolution API. */
        get: operations["PairPhone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-configs/{config_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try each hop of a number: secrets, token, number, app secret, subscription, callback, loop-back. */
        post: operations["TryConfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/messages/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a conversation's messages, the newest first. */
        get: operations["ListWhatsAppMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/messages/{message_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark a received message as read; the same as PATCH /messages/{id}/read. */
        put: operations["SetMessageStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queue a message to somebody; the same as POST /messages. */
        post: operations["SendWhatsApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/send-media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queue a file to somebody. */
        post: operations["SendMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/send-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queue a template to somebody, with its parameters. */
        post: operations["SendTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List templates by name. */
        get: operations["ListTemplates"];
        put?: never;
        /** Have a template reviewed by Meta. */
        post: operations["CreateTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a template. */
        get: operations["GetTemplate"];
        /** Have another text of a template reviewed. */
        put: operations["EditTemplate"];
        post?: never;
        /** Delete a template at Meta, in its language alone. */
        delete: operations["DeleteTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/templates/{template_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a template as the customer will read it. */
        post: operations["PreviewTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/templates/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how far the reading of a number's templates is. */
        get: operations["ShowTemplateSync"];
        put?: never;
        /** Have the templates of a number read at Meta. */
        post: operations["SyncTemplates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give Meta's challenge back, for the shared address. */
        get: operations["VerifyWebhook"];
        put?: never;
        /** Keep a delivery to the shared address. */
        post: operations["ReceiveWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/webhook/{config_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give Meta's challenge back, for a config's own address. */
        get: operations["VerifyConfigWebhook"];
        put?: never;
        /** Keep a delivery to a config's own address. */
        post: operations["ReceiveConfigWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/webhook/{config_id}/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a delivery of an Evolution server to a config's own address. */
        post: operations["ReceiveEvolutionWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ws/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how many sockets are open, whose, and whether they keep up. */
        get: operations["GetSocketStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ws/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get a single-use ticket for the WebSocket. */
        post: operations["IssueTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give the process's measurements in the text format of Prometheus. */
        get: operations["GetMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AcceptInvitationRequest
         * @description The mail's token, and who accepts it.
         */
        AcceptInvitationRequest: {
            name: string;
            password: string;
            token: string;
        };
        /**
         * AddAutomationRuleRequest
         * @description After an event, under conditions, some actions; the guide on automation describes both.
         */
        AddAutomationRuleRequest: {
            actions: unknown;
            conditions?: unknown;
            event: components["schemas"]["RuleEvent"];
            /** @default true */
            is_active?: boolean;
            name: string;
            /** @default 0 */
            place?: number;
        };
        /**
         * AddCannedResponseRequest
         * @description What is said often. Its texts are Liquid: `{{ contact.first_name }}`, `{{ agent.name }}`.
         */
        AddCannedResponseRequest: {
            content: components["schemas"]["SendText"] | components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendAudio"] | components["schemas"]["SendVoice"] | components["schemas"]["SendDocument"] | components["schemas"]["SendSticker"] | components["schemas"]["SendLocation"] | components["schemas"]["SendContacts"] | components["schemas"]["SendButtons"] | components["schemas"]["SendList"] | components["schemas"]["SendCtaUrl"] | components["schemas"]["SendLocationRequest"] | components["schemas"]["SendTemplate"] | components["schemas"]["SendReaction"];
            /** @default null */
            department_id?: string | null;
            shortcut: string;
            title: string;
        };
        /**
         * AddConfigRequest
         * @description A number and its secrets, which are never shown again.
         *
         *         Of Meta's Cloud API (`official`) all but the limits is needed. Of an Evolution API, `phone_number_id` is the name
         *         of the instance, `api_url` its server and `access_token` the server's API key; the rest is made or learnt.
         */
        AddConfigRequest: {
            access_token: string;
            /** @default official */
            api_type?: components["schemas"]["ApiType"];
            /** @default null */
            api_url?: string | null;
            /** @default  */
            app_secret?: string;
            /** @default  */
            business_account_id?: string;
            /** @default null */
            chatbot_id?: string | null;
            /** @default null */
            daily_limit?: number | null;
            /** @default 80 */
            messages_per_second?: number;
            name: string;
            /** @default  */
            phone_number?: string;
            phone_number_id: string;
            /** @default null */
            rate_limit_per_minute?: number | null;
            /** @default  */
            webhook_verify_token?: string;
        };
        /**
         * AddContactFieldRequest
         * @description A custom field; `options` for a choice.
         */
        AddContactFieldRequest: {
            /** @default false */
            is_required?: boolean;
            key: string;
            label: string;
            /** @default [] */
            options?: string[];
            /** @default 0 */
            place?: number;
            type: components["schemas"]["FieldType"];
        };
        /**
         * AddDepartmentRequest
         * @description A team.
         */
        AddDepartmentRequest: {
            /** @default  */
            description?: string;
            name: string;
        };
        /**
         * AddHolidayRequest
         * @description A day of the company's own; `is_open` where it works although it is a public holiday.
         */
        AddHolidayRequest: {
            /** Format: date */
            day: string;
            /** @default false */
            is_open?: boolean;
            /** @default false */
            is_yearly?: boolean;
            name: string;
        };
        /**
         * AddKnowledgeBaseRequest
         * @description What it is called, which flows name it by, and what it is about.
         */
        AddKnowledgeBaseRequest: {
            /** @default  */
            description?: string;
            name: string;
        };
        /**
         * AddLeadScoreRuleRequest
         * @description Points for an event, of the contacts that the conditions (a filter, or null) mean.
         */
        AddLeadScoreRuleRequest: {
            conditions?: unknown;
            event: components["schemas"]["ScoredEvent"];
            /** @default true */
            is_active?: boolean;
            name: string;
            points: number;
        };
        /**
         * AddNote
         * @description Write a note for whoever serves the contact.
         */
        AddNote: {
            /** @enum {unknown} */
            effect: "add_note";
            id: string;
            text: string;
        };
        /**
         * AddNoteRequest
         * @description A note, and the people whom it is for.
         */
        AddNoteRequest: {
            body: string;
            /** @default [] */
            mentions?: string[];
        };
        /**
         * AddRoleRequest
         * @description A role; its code is made from its name.
         */
        AddRoleRequest: {
            /** @default  */
            description?: string;
            name: string;
            /** @default [] */
            permissions?: string[];
        };
        /**
         * AddSlaPolicyRequest
         * @description A promise: a first response, a resolution, or both, in minutes, of business time or of any.
         */
        AddSlaPolicyRequest: {
            /**
             * @default {
             *       "priorities": [],
             *       "department_ids": [],
             *       "config_ids": [],
             *       "tag_ids": []
             *     }
             */
            applies_to?: components["schemas"]["ScopeRequest"];
            /** @default null */
            first_response_minutes?: number | null;
            /** @default true */
            is_active?: boolean;
            /** @default true */
            is_business_time?: boolean;
            name: string;
            /** @default 0 */
            place?: number;
            /** @default null */
            resolution_minutes?: number | null;
            /** @default 80 */
            warn_at_percent?: number;
        };
        /**
         * AddTagRequest
         * @description A tag; without a colour it gets one of the palette.
         */
        AddTagRequest: {
            /** @default null */
            color?: string | null;
            /** @default  */
            description?: string;
            name: string;
        };
        /**
         * AddUserRequest
         * @description A person; without a password they choose one through "forgot my password".
         */
        AddUserRequest: {
            /** @default 10 */
            capacity?: number;
            /** @default [] */
            department_ids?: string[];
            email: string;
            /**
             * @default pt-BR
             * @enum {unknown}
             */
            language?: "en" | "pt-BR";
            name: string;
            /** @default null */
            password?: string | null;
            role: string;
        };
        /**
         * Agent
         * @description One person. `is_automatic` when they are seen otherwise than they chose; `chosen_at` is null before they did.
         */
        Agent: {
            capacity: number;
            chosen_at: string | null;
            chosen_status: components["schemas"]["Status"];
            department_ids: string[];
            /** Format: uuid */
            id: string;
            is_automatic: boolean;
            last_seen_at: string | null;
            name: string;
            open_conversations: number;
            role: string;
            status: components["schemas"]["Status"];
        };
        /**
         * AgentStats
         * @description What a person did. `handled_today` counts conversations that they wrote in, by the company's own day.
         *
         *         `average_first_response_seconds` is over the conversations of the last seven days that are theirs, from their
         *         beginning to the first message of a person.
         */
        AgentStats: {
            average_first_response_seconds: number | null;
            capacity: number;
            handled_today: number;
            open_conversations: number;
            resolved_last_7_days: number;
        };
        /**
         * AiMock
         * @description What the language model answers.
         */
        AiMock: {
            /** @default  */
            after?: string;
            /** @default  */
            answer?: string;
            /** @default null */
            error?: string | null;
            /** @default false */
            hand_over?: boolean;
            /** @default [] */
            sources?: {
                [key: string]: unknown;
            }[];
            /** @default true */
            sure?: boolean;
        };
        /**
         * AiSettingsView
         * @description Which model answers. Money is in `currency`; prices are of a million tokens; no cap where it is null.
         */
        AiSettingsView: {
            base_url: string | null;
            currency: string;
            embedding_model: string | null;
            has_api_key: boolean;
            input_price: string;
            model: string;
            monthly_cost: string | null;
            monthly_tokens: number | null;
            output_price: string;
            provider: components["schemas"]["Provider"];
            updated_at: string | null;
            version: number;
        };
        /**
         * AiUsageView
         * @description What a month took, of what it may. Money is in `currency`; a cap that is null is none.
         */
        AiUsageView: {
            calls: number;
            cost: string;
            currency: string;
            days: components["schemas"]["DayOfUse"][];
            input_tokens: number;
            month: string;
            monthly_cost: string | null;
            monthly_tokens: number | null;
            output_tokens: number;
        };
        /**
         * Answer
         * @description Something that a flow asked and what it took for the answer.
         */
        Answer: {
            answer: string;
            node: string;
            question: string;
        };
        /**
         * AnswerNumbers
         * @description An answer; of a random node's branch also how its sessions stand (`by_status`).
         */
        AnswerNumbers: {
            /** @default {} */
            by_status?: {
                [key: string]: number;
            };
            sessions: components["schemas"]["Count"];
            times: number;
            value: string;
        };
        /**
         * ApiHostRow
         * @description A host: how often it answered and failed, and how often it has failed since it last answered.
         */
        ApiHostRow: {
            failures: number;
            failures_in_a_row: number;
            host: string;
            /** Format: uuid */
            id: string;
            /** @default null */
            last_error?: string | null;
            /** @default null */
            last_failure_at?: string | null;
            /** @default null */
            last_ms?: number | null;
            /** @default null */
            last_success_at?: string | null;
            successes: number;
        };
        /**
         * ApiKeyRow
         * @description One key, by its prefix: the rest of its text is nowhere.
         */
        ApiKeyRow: {
            created_at: string;
            expires_at: string | null;
            /** Format: uuid */
            id: string;
            last_used_at: string | null;
            name: string;
            prefix: string;
            scopes: string[];
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            user_name: string;
            version: number;
        };
        /**
         * ApiMock
         * @description What a web service answers. In `url` and `method` a `*` stands for anything; without `?` any query will do.
         */
        ApiMock: {
            /** @default  */
            after?: string;
            /**
             * @description Any JSON.
             * @default null
             */
            body?: unknown;
            /** @default null */
            error?: string | null;
            /** @default {} */
            headers?: {
                [key: string]: string;
            };
            /** @default * */
            method?: string;
            /** @default 200 */
            status?: number;
            /** @default * */
            url?: string;
        };
        /**
         * ApiType
         * @description Whose protocol the number speaks.
         * @enum {unknown}
         */
        ApiType: "evolution" | "official";
        /**
         * AskAi
         * @description Ask a language model: EffectDone with {answer, sure, sources, hand_over, usage}, or EffectFailed.
         *
         *         `prompt` is the company's instruction, `question` what the contact said; `history` how many earlier messages the
         *         model sees; `knowledge_base` names what it may look things up in, and with `only_sources` it may say nothing else.
         */
        AskAi: {
            /** @default false */
            can_hand_over?: boolean;
            /** @enum {unknown} */
            effect: "ask_ai";
            /** @default 0 */
            history?: number;
            id: string;
            /** @default null */
            knowledge_base?: string | null;
            max_tokens: number;
            /** @default null */
            model?: string | null;
            /** @default false */
            only_sources?: boolean;
            prompt: string;
            question: string;
        };
        /**
         * AssignConversationRequest
         * @description Whose it is to be.
         */
        AssignConversationRequest: {
            /** Format: uuid */
            user_id: string;
        };
        /**
         * AssigneeShown
         * @description Who has a conversation.
         */
        AssigneeShown: {
            has_avatar: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            role: string;
        };
        /**
         * Assignment
         * @description Who gets the next waiting conversation: whoever takes it, each member in turn, or who has least in hand.
         * @enum {unknown}
         */
        Assignment: "least_busy" | "manual" | "round_robin";
        /**
         * Audience
         * @description Who is asked: the contacts of a segment, or of a filter; `purpose` is what they must have agreed to.
         */
        Audience: {
            /** @default null */
            filter?: {
                [key: string]: unknown;
            } | null;
            /** @default marketing */
            purpose?: string;
            /** @default null */
            segment_id?: string | null;
        };
        /**
         * Audio
         * @description A sound file.
         */
        Audio: {
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "audio";
        };
        /**
         * AuditAction
         * @description One kind of entry. Add yours here, beside its area.
         * @enum {unknown}
         */
        AuditAction: "ai_settings.changed" | "api_key.created" | "api_key.revoked" | "api_key.rotated" | "audit.exported" | "audit.read" | "automation_rule.added" | "automation_rule.changed" | "automation_rule.removed" | "bot_text.changed" | "business_hours.changed" | "canned_response.created" | "canned_response.deleted" | "canned_response.updated" | "chatbot.activated" | "chatbot.created" | "chatbot.deactivated" | "chatbot.deleted" | "chatbot.updated" | "contact.blocked" | "contact.created" | "contact.deleted" | "contact.opted_in" | "contact.opted_out" | "contact.read" | "contact.unblocked" | "contact_export.ordered" | "contact_export.read" | "contact_field.created" | "contact_field.deleted" | "contact_field.updated" | "contact_import.cancelled" | "contact_import.ordered" | "contact_import.read" | "contacts.imported" | "contacts.listed" | "contacts.merged" | "contacts.unmerged" | "conversation.read" | "conversations.listed" | "csat.listed" | "department.created" | "department.deleted" | "department.updated" | "email.verified" | "events.followed" | "flow.deleted" | "flow.published" | "flow.unpublished" | "flow_session.read" | "flow_sessions.listed" | "holiday.added" | "holiday.removed" | "invitation.accepted" | "invitation.revoked" | "knowledge_base.added" | "knowledge_base.changed" | "knowledge_base.removed" | "knowledge_document.added" | "knowledge_document.removed" | "lead_score_rule.created" | "lead_score_rule.deleted" | "lead_score_rule.updated" | "master_key.rotated" | "media.read" | "messages.read" | "password.changed" | "password.reset" | "recovery_codes.renewed" | "refresh_token.reused" | "role.created" | "role.deleted" | "role.updated" | "secret.removed" | "secret.set" | "segment.created" | "segment.deleted" | "segment.updated" | "session.ended" | "signing_key.rotated" | "signing_keys.revoked" | "sla_policy.added" | "sla_policy.changed" | "sla_policy.removed" | "tag.created" | "tag.deleted" | "tag.updated" | "template.created" | "template.deleted" | "template.updated" | "tenant.activated" | "tenant.created" | "tenant.deleted" | "tenant.erased" | "tenant.plan_changed" | "tenant.registered" | "tenant.suspended" | "tenant.updated" | "two_factor.disabled" | "two_factor.enabled" | "user.activated" | "user.created" | "user.deactivated" | "user.deleted" | "user.invited" | "user.logged_in" | "user.logged_out" | "user.login_refused" | "user.updated" | "whatsapp_config.activated" | "whatsapp_config.added" | "whatsapp_config.deactivated" | "whatsapp_config.pairing_shown" | "whatsapp_config.phone_unlinked" | "whatsapp_config.removed" | "whatsapp_config.renewed" | "whatsapp_config.updated";
        /**
         * AuditRow
         * @description One entry. `before` and `after` are JSON of what changed, or null; `hash` is in hexadecimal.
         */
        AuditRow: {
            action: string;
            actor_kind: string;
            after: unknown;
            api_key_id: string | null;
            at: string;
            before: unknown;
            hash: string;
            /** Format: uuid */
            id: string;
            ip: string | null;
            request_id: string | null;
            seq: number;
            subject_id: string | null;
            subject_type: string | null;
            user_agent: string | null;
            user_id: string | null;
            user_name: string | null;
        };
        /**
         * AutomationRuleRow
         * @description A rule; `conditions` and `actions` are JSON.
         */
        AutomationRuleRow: {
            actions: unknown;
            conditions: unknown;
            created_at: string;
            event: components["schemas"]["RuleEvent"];
            /** Format: uuid */
            id: string;
            is_active: boolean;
            name: string;
            place: number;
            updated_at: string;
            version: number;
        };
        /**
         * AutomationRunRow
         * @description What became of a rule after an event; `depth` is how many rules led to it, `details` is JSON.
         */
        AutomationRunRow: {
            at: string;
            /** Format: uuid */
            cause: string;
            conversation_id: string | null;
            depth: number;
            details: unknown;
            /** Format: uuid */
            id: string;
            outcome: components["schemas"]["RunOutcome"];
            /** Format: uuid */
            rule_id: string;
        };
        /**
         * BotConfig
         * @description All automatic texts.
         */
        BotConfig: {
            items: components["schemas"]["BotTextView"][];
        };
        /**
         * BotFlows
         * @description All numbers, and the flows that answer on them.
         */
        BotFlows: {
            items: components["schemas"]["NumberFlows"][];
        };
        /**
         * BotTextKey
         * @description The moments at which something is said.
         * @enum {unknown}
         */
        BotTextKey: "assigned" | "away" | "closing" | "csat_question" | "csat_thanks" | "fallback" | "queue_position" | "transferred" | "welcome";
        /**
         * BotTextView
         * @description An automatic text: what is said in each language, and in which of them it is the company's own.
         */
        BotTextView: {
            is_enabled: boolean;
            key: components["schemas"]["BotTextKey"];
            own_languages: string[];
            texts: {
                [key: string]: string;
            };
            variables: string[];
            version: number;
        };
        /**
         * BranchNumbers
         * @description A random node: what became of those who went each way.
         */
        BranchNumbers: {
            branches: components["schemas"]["AnswerNumbers"][];
            node: string;
        };
        /**
         * Branding
         * @description How the company looks to its people. Colours are `#rrggbb`; the logo is an https address.
         */
        Branding: {
            /** @default null */
            logo_url?: string | null;
            /** @default null */
            name?: string | null;
            /** @default null */
            primary_color?: string | null;
            /** @default null */
            secondary_color?: string | null;
        };
        /**
         * BrandingRequest
         * @description How the company looks to its people. Colours are `#rrggbb`, the logo an https address.
         */
        BrandingRequest: {
            logo_url?: string | null;
            name?: string | null;
            primary_color?: string | null;
            secondary_color?: string | null;
        };
        /**
         * Break
         * @description The first number at which a chain is not what was written, and why.
         */
        Break: {
            reason: components["schemas"]["BreakReason"];
            seq: number;
            /** @default null */
            since?: number | null;
        };
        /**
         * BreakReason
         * @description What is wrong where a chain breaks.
         * @enum {unknown}
         */
        BreakReason: "edited" | "forked" | "head_lost" | "inserted" | "missing" | "reordered" | "rewritten" | "truncated";
        /**
         * BulkChangeRequest
         * @description One action on many conversations, with the field that the action needs.
         */
        BulkChangeRequest: {
            /** @enum {unknown} */
            action: "archive" | "assign" | "resolve" | "set_priority" | "tag" | "untag";
            conversation_ids: string[];
            /** @default null */
            priority?: components["schemas"]["Priority"] | null;
            /** @default null */
            resolution?: string | null;
            /** @default [] */
            tag_ids?: string[];
            /** @default null */
            user_id?: string | null;
        };
        /**
         * BulkOutcome
         * @description What became of one; `error` is the code of what was wrong with it.
         */
        BulkOutcome: {
            /** Format: uuid */
            conversation_id: string;
            done: boolean;
            /** @default null */
            error?: string | null;
        };
        /**
         * BulkView
         * @description What became of each, in the order in which they were given.
         */
        BulkView: {
            done: number;
            failed: number;
            outcomes: components["schemas"]["BulkOutcome"][];
        };
        /**
         * ButtonParameter
         * @description What goes with one button: the end of its address, its code, or what comes back when it is pressed.
         */
        ButtonParameter: {
            index: number;
            value: string;
        };
        /**
         * Buttons
         * @description Text with one to three reply buttons; above it a `header` in words or a file, never both.
         */
        Buttons: {
            body: string;
            buttons: components["schemas"]["Choice"][];
            /** @default null */
            footer?: string | null;
            /** @default null */
            header?: string | null;
            /** @default null */
            header_media?: (components["schemas"]["Image"] | components["schemas"]["Video"] | components["schemas"]["Document"]) | null;
            /** @enum {unknown} */
            type: "button";
        };
        /**
         * CallApi
         * @description Ask a web service, and tell the session: EffectDone with {status, headers, body}, or EffectFailed.
         *
         *         Every text is rendered already; what is secret is only named, and put in by whoever sends it.
         */
        CallApi: {
            /** @default null */
            body?: string | null;
            /** @enum {unknown} */
            effect: "call_api";
            /** @default [] */
            headers?: components["schemas"]["CallHeader"][];
            id: string;
            method: string;
            /** @default 0 */
            retries?: number;
            timeout_seconds: number;
            url: string;
        };
        /**
         * CallErp
         * @description Ask the company's ERP: EffectDone with {found, data}, or EffectFailed. No connection is the only one there is.
         */
        CallErp: {
            /** @default {} */
            arguments?: {
                [key: string]: boolean | number | string | unknown[] | {
                    [key: string]: unknown;
                } | null;
            };
            /** @default null */
            connection?: string | null;
            /** @enum {unknown} */
            effect: "call_erp";
            id: string;
            operation: components["schemas"]["ErpOperation"];
        };
        /**
         * CallHeader
         * @description A header of a call; its value is put together from texts and secrets.
         */
        CallHeader: {
            name: string;
            value: (string | components["schemas"]["SecretRef"])[];
        };
        /**
         * CallOfStep
         * @description What a step asked of the world: of which kind, and how that went; what was sent and answered is not shown.
         */
        CallOfStep: {
            effect_id: string;
            error_code: string | null;
            kind: string;
            milliseconds: number | null;
            ordered_at: string;
            settled_at: string | null;
            status: string;
            tries: number;
        };
        /**
         * CancelFlowSessionRequest
         * @description `hand_over` lets the conversation wait for a person.
         */
        CancelFlowSessionRequest: {
            /** @default false */
            hand_over?: boolean;
        };
        /**
         * CancelTimer
         * @description Forget the timer that effect `timer_id` set.
         */
        CancelTimer: {
            /** @enum {unknown} */
            effect: "cancel_timer";
            id: string;
            timer_id: string;
        };
        /**
         * CannedResponseRow
         * @description One canned response. `content` is its JSON with `type`, its variables not filled in.
         */
        CannedResponseRow: {
            content: unknown;
            created_at: string;
            created_by: string | null;
            department_id: string | null;
            /** Format: uuid */
            id: string;
            shortcut: string;
            title: string;
            updated_at: string;
            version: number;
        };
        /**
         * ChangeContact
         * @description Change what is known of the contact; None and nothing leave it. `lead_score` is added.
         */
        ChangeContact: {
            /** @default [] */
            add_tags?: string[];
            /** @default {} */
            attributes?: {
                [key: string]: boolean | number | string | unknown[] | {
                    [key: string]: unknown;
                } | null;
            };
            /** @default false */
            block?: boolean;
            /** @enum {unknown} */
            effect: "change_contact";
            /** @default null */
            email?: string | null;
            id: string;
            /** @default 0 */
            lead_score?: number;
            /** @default null */
            lifecycle_stage?: string | null;
            /** @default null */
            name?: string | null;
            /** @default [] */
            remove_tags?: string[];
        };
        /**
         * ChangeConversation
         * @description Change the conversation, or resolve it; None and nothing leave it.
         */
        ChangeConversation: {
            /** @default [] */
            add_tags?: string[];
            /** @default null */
            department?: string | null;
            /** @enum {unknown} */
            effect: "change_conversation";
            id: string;
            /** @default {} */
            metadata?: {
                [key: string]: boolean | number | string | unknown[] | {
                    [key: string]: unknown;
                } | null;
            };
            /** @default null */
            priority?: string | null;
            /** @default [] */
            remove_tags?: string[];
            /** @default false */
            resolve?: boolean;
        };
        /**
         * ChangedSession
         * @description A session that would not have gone as it did.
         */
        ChangedSession: {
            differences: components["schemas"]["Difference"][];
            draft: components["schemas"]["Ending"];
            real: components["schemas"]["Ending"];
            /** Format: uuid */
            session_id: string;
        };
        /**
         * ChangePasswordRequest
         * @description The present password and the next one.
         */
        ChangePasswordRequest: {
            new_password: string;
            old_password: string;
        };
        /**
         * ChangePlanRequest
         * @description A plan's code.
         */
        ChangePlanRequest: {
            plan: string;
        };
        /**
         * ChatbotDay
         * @description Sessions that started on one day, of the tenant's time zone.
         */
        ChatbotDay: {
            /** Format: date */
            day: string;
            sessions: number;
        };
        /**
         * ChatbotDetail
         * @description A chatbot with what its flows begin with, JSON.
         */
        ChatbotDetail: {
            created_at: string;
            description: string;
            flows: number;
            /** Format: uuid */
            id: string;
            is_active: boolean;
            main_flow_id: string | null;
            main_flow_name: string | null;
            name: string;
            numbers: number;
            published_flows: number;
            updated_at: string;
            variables: unknown;
            version: number;
        };
        /**
         * ChatbotRow
         * @description One line of the list: how many flows it has, how many of them run, and on how many numbers it answers.
         */
        ChatbotRow: {
            created_at: string;
            description: string;
            flows: number;
            /** Format: uuid */
            id: string;
            is_active: boolean;
            main_flow_id: string | null;
            main_flow_name: string | null;
            name: string;
            numbers: number;
            published_flows: number;
            updated_at: string;
            version: number;
        };
        /**
         * ChatbotStats
         * @description Sessions of its flows that started since a time: by state, by day; whom they served, and what was said in them.
         *
         *         `turns` counts what the sessions were told (replies, timers, answers of the world), `messages` what they sent.
         */
        ChatbotStats: {
            by_day: components["schemas"]["ChatbotDay"][];
            by_status: {
                [key: string]: number;
            };
            contacts: number;
            messages: number;
            sessions: number;
            since: string;
            turns: number;
        };
        /**
         * CheckRegressionsRequest
         * @description With how many of the last sessions to compare the draft.
         */
        CheckRegressionsRequest: {
            last: number;
        };
        /**
         * Choice
         * @description One thing to press; `id` comes back when it is pressed.
         */
        Choice: {
            /** @default null */
            description?: string | null;
            id: string;
            title: string;
        };
        /**
         * CodeRequest
         * @description A code of the phone; where a second factor is in use, a recovery code will do.
         */
        CodeRequest: {
            code: string;
        };
        /**
         * CompanyView
         * @description A company, and what it has decided for itself.
         */
        CompanyView: {
            away_after_minutes: number;
            branding: components["schemas"]["Branding"];
            created_at: string;
            currency: string;
            dashboard_origins: string[];
            domain: string | null;
            holiday_region: string;
            /** Format: uuid */
            id: string;
            language: string;
            name: string;
            next_payment_on: string | null;
            plan: string;
            rate_limits: components["schemas"]["RateLimits"];
            return_after_minutes: number;
            security: components["schemas"]["SecurityPolicy"];
            slug: string;
            status: components["schemas"]["TenantStatus"];
            sticky_agent_days: number;
            time_zone: string;
            trial_ends_at: string | null;
            updated_at: string;
            version: number;
        };
        /**
         * ComparedStep
         * @description A step and its counterpart; None where there is none.
         */
        ComparedStep: {
            /** @default null */
            draft?: components["schemas"]["Step"] | null;
            /** @default null */
            real?: components["schemas"]["Step"] | null;
            same: boolean;
            sprint: number;
        };
        /**
         * Comparison
         * @description Both, and where they part; `first` is the first of the differences.
         */
        Comparison: {
            differences: components["schemas"]["Difference"][];
            draft: components["schemas"]["domain.flows.comparison.Side"];
            first: components["schemas"]["Difference"] | null;
            real: components["schemas"]["domain.flows.comparison.Side"];
            same: boolean;
            steps: components["schemas"]["ComparedStep"][];
        };
        /**
         * ConfigHealthView
         * @description How a number is doing. Words of the provider are its own, in lower case; null is not known.
         *
         *         `failures` counts the messages of the last 24 hours that failed, by code. `last_*` are of the newest conversations.
         */
        ConfigHealthView: {
            account_review: string | null;
            ban: string | null;
            ban_date: string | null;
            checked_at: string | null;
            connection: components["schemas"]["ConnectionState"];
            daily_limit: number | null;
            failures: components["schemas"]["FailureCount"][];
            /** Format: uuid */
            id: string;
            is_active: boolean;
            is_on_phone_app: boolean;
            last_inbound_at: string | null;
            last_outbound_at: string | null;
            last_webhook_at: string | null;
            messaging_tier: string | null;
            name_refused_because: string | null;
            name_status: string | null;
            pause: components["schemas"]["PauseView"] | null;
            quality_rating: string;
            requested_name: string | null;
            restrictions: components["schemas"]["Restriction"][];
            sent_today: number | null;
            status: string | null;
            throughput_level: string | null;
            verification: string | null;
            verified_name: string | null;
            waiting_to_be_sent: number;
            warning: components["schemas"]["ProviderWarning"] | null;
        };
        /**
         * ConfigProofView
         * @description All hops, in order; those behind a broken one were not tried.
         */
        ConfigProofView: {
            hops: components["schemas"]["HopView"][];
            ok: boolean;
        };
        /**
         * ConnectionState
         * @description Whether a number that is a linked phone is connected; of Meta's own numbers it is not known.
         * @enum {unknown}
         */
        ConnectionState: "closed" | "connecting" | "open" | "unknown";
        /**
         * ConsentRequest
         * @description To what the contact said yes or no, how it is known, and the text that they were shown.
         */
        ConsentRequest: {
            /** @default whatsapp */
            channel?: string;
            /** @default consent */
            legal_basis?: components["schemas"]["LegalBasis"];
            /** @default marketing */
            purpose?: components["schemas"]["Purpose"];
            source: string;
            /** @default null */
            text_shown?: string | null;
        };
        /**
         * ConsentShown
         * @description What rules for a purpose and a channel; `state` is what it is worth now.
         */
        ConsentShown: {
            at: string;
            channel: string;
            expires_at: string | null;
            granted: boolean;
            legal_basis: string;
            purpose: string;
            source: string;
            state: components["schemas"]["ConsentState"];
        };
        /**
         * ConsentState
         * @description What rules now: `unknown` is nothing recorded, or a yes whose time is over.
         * @enum {unknown}
         */
        ConsentState: "granted" | "refused" | "unknown";
        /**
         * ContactBrief
         * @description As much of a contact as tells it from another.
         */
        ContactBrief: {
            created_at: string;
            email: string | null;
            /** Format: uuid */
            id: string;
            last_seen_at: string | null;
            name: string | null;
            phone: string | null;
        };
        /**
         * ContactCard
         * @description One shared business card.
         */
        ContactCard: {
            /** @default [] */
            emails?: string[];
            /** @default  */
            formatted_name?: string;
            /** @default null */
            organization?: string | null;
            /** @default [] */
            phones?: string[];
            /** @default [] */
            wa_ids?: string[];
        };
        /**
         * ContactDetail
         * @description A contact and all that hangs on it. `merges` is how many contacts it has taken in.
         */
        ContactDetail: {
            attributes: unknown;
            blocked_at: string | null;
            consents: components["schemas"]["ConsentShown"][];
            created_at: string;
            email: string | null;
            engagement: components["schemas"]["Engagement"];
            first_seen_at: string | null;
            /** Format: uuid */
            id: string;
            identities: components["schemas"]["IdentityShown"][];
            language: string | null;
            last_seen_at: string | null;
            lead_score: number;
            lifecycle_stage: components["schemas"]["LifecycleStage"];
            merges: number;
            name: string | null;
            phone: string | null;
            source: string;
            /** @default [] */
            tags?: components["schemas"]["TagOfContact"][];
            time_zone: string | null;
            updated_at: string;
            username: string | null;
            version: number;
        };
        /**
         * ContactFieldRow
         * @description A custom field.
         */
        ContactFieldRow: {
            created_at: string;
            /** Format: uuid */
            id: string;
            is_required: boolean;
            key: string;
            label: string;
            options: string[];
            place: number;
            type: components["schemas"]["FieldType"];
            updated_at: string;
            version: number;
        };
        /**
         * ContactRow
         * @description One line of the list. `attributes` is JSON.
         */
        ContactRow: {
            attributes: unknown;
            blocked_at: string | null;
            created_at: string;
            email: string | null;
            first_seen_at: string | null;
            /** Format: uuid */
            id: string;
            language: string | null;
            last_seen_at: string | null;
            lead_score: number;
            lifecycle_stage: components["schemas"]["LifecycleStage"];
            name: string | null;
            phone: string | null;
            source: string;
            /** @default [] */
            tags?: components["schemas"]["TagOfContact"][];
            time_zone: string | null;
            updated_at: string;
            username: string | null;
            version: number;
        };
        /**
         * Contacts
         * @description Shared business cards.
         */
        Contacts: {
            /** @default [] */
            cards?: components["schemas"]["ContactCard"][];
            /** @enum {unknown} */
            type: "contacts";
        };
        /**
         * ContactShown
         * @description Whom a conversation is with; `attributes` is JSON.
         */
        ContactShown: {
            attributes: unknown;
            blocked_at: string | null;
            created_at: string;
            email: string | null;
            /** Format: uuid */
            id: string;
            language: string | null;
            last_seen_at: string | null;
            lead_score: number;
            lifecycle_stage: string;
            name: string | null;
            phone: string | null;
            username: string | null;
        };
        /**
         * ConversationNoteRow
         * @description One note.
         */
        ConversationNoteRow: {
            body: string;
            created_at: string;
            /** Format: uuid */
            id: string;
            mentions: string[];
            user_id: string | null;
        };
        /**
         * ConversationNoteView
         * @description A note; one without a user was written by a flow.
         */
        ConversationNoteView: {
            body: string;
            created_at: string;
            /** Format: uuid */
            id: string;
            mentions: string[];
            user_id: string | null;
        };
        /**
         * ConversationRow
         * @description One line of the inbox.
         *
         *         `unread_count` is what the viewer has not seen of it, 0 once it is resolved; whoever has it has seen what they
         *         answered. `last_message_type` is the last message's `type`, `revoke` where it was taken back; it and
         *         `last_message_direction` are null where the last message is of a time that did not note them. `contact`, `messages`
         *         (the last ones, the newest first), `tags`, `assignee` and `sla` (what was promised) are there when asked for.
         */
        ConversationRow: {
            archived_at: string | null;
            assigned_at: string | null;
            assigned_to: string | null;
            assignee?: components["schemas"]["AssigneeShown"] | null;
            contact?: components["schemas"]["ContactShown"] | null;
            /** Format: uuid */
            contact_id: string;
            contact_name: string | null;
            contact_phone: string | null;
            created_at: string;
            department_id: string | null;
            first_response_at: string | null;
            handler: components["schemas"]["Handler"];
            /** Format: uuid */
            id: string;
            last_inbound_at: string | null;
            last_message_at: string | null;
            last_message_direction: components["schemas"]["Direction"] | null;
            last_message_preview: string;
            last_message_type: string | null;
            messages?: components["schemas"]["MessageRow"][];
            needs_attention: boolean;
            priority: components["schemas"]["Priority"];
            reopened_at: string | null;
            resolution: string | null;
            resolved_at: string | null;
            resolved_by: string | null;
            sla?: components["schemas"]["PromiseShown"][];
            snoozed_until: string | null;
            status: components["schemas"]["ConversationStatus"];
            tag_ids: string[];
            tags?: components["schemas"]["TagShown"][];
            unread_count: number;
            version: number;
            waiting_since: string | null;
            /** Format: uuid */
            whatsapp_config_id: string;
            window: components["schemas"]["WindowState"];
            window_expires_at: string | null;
        };
        /**
         * ConversationStatus
         * @description `active`: a bot or an agent is on it; `waiting`: for a person.
         * @enum {unknown}
         */
        ConversationStatus: "active" | "archived" | "resolved" | "waiting";
        /**
         * ConversationTagsView
         * @description A conversation's tags, by name.
         */
        ConversationTagsView: {
            tags: components["schemas"]["ConversationTagView"][];
        };
        /**
         * ConversationTagView
         * @description A tag.
         */
        ConversationTagView: {
            color: string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        /**
         * ConversationViewers
         * @description Who has a conversation open just now, oneself included.
         */
        ConversationViewers: {
            /** Format: uuid */
            conversation_id: string;
            user_ids: string[];
        };
        /**
         * Conversion
         * @description How many things of a kind became what.
         */
        Conversion: {
            became: string;
            count: number;
            kind: string;
        };
        /**
         * Count
         * @description So many sessions, and the query that lists them: `GET /flows/{id}/sessions?…`.
         */
        Count: {
            count: number;
            sessions: string;
        };
        /**
         * CreateApiKeyRequest
         * @description A key for a program: what it may do, and until when; without an end it is good until it is revoked.
         */
        CreateApiKeyRequest: {
            /** @default null */
            expires_at?: string | null;
            name: string;
            scopes: string[];
        };
        /**
         * CreateChatbotFlowRequest
         * @description A flow document for the chatbot; a higher priority is tried first.
         */
        CreateChatbotFlowRequest: {
            /** @default  */
            description?: string;
            document: unknown;
            /** @default 0 */
            priority?: number;
        };
        /**
         * CreateChatbotRequest
         * @description A chatbot without flows; `variables` are what its flows will begin with.
         */
        CreateChatbotRequest: {
            /** @default  */
            description?: string;
            /** @default true */
            is_active?: boolean;
            name: string;
            /** @default {} */
            variables?: {
                [key: string]: unknown;
            };
        };
        /**
         * CreateContactRequest
         * @description Somebody: a name, a phone or an e-mail. A phone without a country code is Brazilian.
         */
        CreateContactRequest: {
            /** @default {} */
            attributes?: {
                [key: string]: unknown;
            };
            /** @default null */
            email?: string | null;
            /** @default null */
            language?: string | null;
            /** @default lead */
            lifecycle_stage?: components["schemas"]["LifecycleStage"];
            /** @default null */
            name?: string | null;
            /** @default null */
            phone?: string | null;
            /** @default manual */
            source?: string;
            /** @default [] */
            tag_ids?: string[];
            /** @default null */
            time_zone?: string | null;
        };
        /**
         * CreateFlowFromTemplateRequest
         * @description What the flow is called, where the template's own name will not do; perhaps in a chatbot.
         */
        CreateFlowFromTemplateRequest: {
            /** @default null */
            chatbot_id?: string | null;
            /** @default null */
            name?: string | null;
            /** @default 0 */
            priority?: number;
        };
        /**
         * CreateFlowRequest
         * @description A flow document, perhaps in a chatbot; a higher priority is tried first.
         */
        CreateFlowRequest: {
            /** @default null */
            chatbot_id?: string | null;
            /** @default  */
            description?: string;
            document: unknown;
            /** @default 0 */
            priority?: number;
        };
        /**
         * CreateSegmentRequest
         * @description A name, and a filter as the guide on contacts describes it.
         */
        CreateSegmentRequest: {
            /** @default  */
            description?: string;
            filter: unknown;
            name: string;
        };
        /**
         * CreateTemplateRequest
         * @description A template as Meta is to review it.
         */
        CreateTemplateRequest: {
            /** @enum {unknown} */
            category: "authentication" | "marketing" | "utility";
            components: (components["schemas"]["GivenHeader"] | components["schemas"]["GivenBody"] | components["schemas"]["GivenFooter"] | components["schemas"]["GivenButtonRow"])[];
            language: string;
            name: string;
            /** @default positional */
            parameter_format?: components["schemas"]["ParameterFormat"];
            /** Format: uuid */
            whatsapp_config_id: string;
        };
        /**
         * CreateTenantRequest
         * @description A company; it begins with the free trial unless another plan is named.
         */
        CreateTenantRequest: {
            /** @default null */
            admin?: components["schemas"]["FirstAdminRequest"] | null;
            /** @default [] */
            departments?: string[];
            /** @default null */
            domain?: string | null;
            /** @default pt-BR */
            language?: string;
            /** @default {} */
            limits?: {
                [key: string]: number | null;
            };
            name: string;
            /** @default free_trial */
            plan?: string;
            slug: string;
            /** @default America/Sao_Paulo */
            time_zone?: string;
        };
        /**
         * CsatRow
         * @description A question, about whose work it was, and its answer if there is one.
         */
        CsatRow: {
            answered_at: string | null;
            asked_at: string;
            comment: string | null;
            /** Format: uuid */
            contact_id: string;
            contact_name: string | null;
            /** Format: uuid */
            conversation_id: string;
            department_id: string | null;
            expires_at: string;
            /** Format: uuid */
            id: string;
            score: number | null;
            user_id: string | null;
        };
        /**
         * CsatSummary
         * @description How many were asked and answered, the mean score, and how many gave each, from 1 to 5.
         */
        CsatSummary: {
            answered: number;
            asked: number;
            average: number | null;
            distribution: {
                [key: string]: number;
            };
        };
        /**
         * CtaUrl
         * @description Text with one button that opens an address; WhatsApp does not tell who pressed it.
         */
        CtaUrl: {
            body: string;
            display_text: string;
            /** @default null */
            footer?: string | null;
            /** @default null */
            header?: string | null;
            /** @default null */
            header_media?: (components["schemas"]["Image"] | components["schemas"]["Video"] | components["schemas"]["Document"]) | null;
            /** @enum {unknown} */
            type: "cta_url";
            url: string;
        };
        /**
         * DayOfUse
         * @description What a model took on a day (UTC).
         */
        DayOfUse: {
            calls: number;
            cost: string;
            /** Format: date */
            day: string;
            input_tokens: number;
            model: string;
            output_tokens: number;
        };
        /**
         * DepartmentDirectory
         * @description All departments by name.
         */
        DepartmentDirectory: {
            items: components["schemas"]["DepartmentName"][];
        };
        /**
         * DepartmentName
         * @description A department as whoever chooses one sees it.
         */
        DepartmentName: {
            description: string;
            /** Format: uuid */
            id: string;
            is_default: boolean;
            name: string;
            waiting: number;
        };
        /**
         * DepartmentRow
         * @description One department. `capacity` is what its active members can have at once, together.
         */
        DepartmentRow: {
            assignment: components["schemas"]["Assignment"];
            assigns_out_of_hours: boolean;
            capacity: number;
            created_at: string;
            description: string;
            /** Format: uuid */
            id: string;
            is_default: boolean;
            members: number;
            name: string;
            updated_at: string;
            version: number;
            waiting_conversations: number;
        };
        /**
         * DepartmentView
         * @description A department, and who is in it.
         */
        DepartmentView: {
            assignment: components["schemas"]["Assignment"];
            assigns_out_of_hours: boolean;
            capacity: number;
            created_at: string;
            description: string;
            /** Format: uuid */
            id: string;
            is_default: boolean;
            members: number;
            name: string;
            people: components["schemas"]["MemberRow"][];
            updated_at: string;
            version: number;
            waiting_conversations: number;
        };
        /**
         * Difference
         * @description One thing that is not as it was; `sprint` is the number of the real one, `real` and `draft` what each did.
         */
        Difference: {
            /** @default null */
            draft?: string | null;
            kind: components["schemas"]["DifferenceKind"];
            node: string;
            /** @default null */
            real?: string | null;
            sprint: number;
        };
        /**
         * DifferenceKind
         * @description What is not as it was.
         * @enum {unknown}
         */
        DifferenceKind: "choice_missing" | "effect" | "end" | "message" | "not_recorded" | "over" | "path" | "variable";
        /**
         * Direction
         * @description Which way it goes.
         * @enum {unknown}
         */
        Direction: "inbound" | "outbound";
        /**
         * DisableTwoFactorRequest
         * @description The password, and a code of the phone or a recovery code.
         */
        DisableTwoFactorRequest: {
            code: string;
            password: string;
        };
        /**
         * Document
         * @description A file; `filename` is chosen by its sender and never trusted as a path.
         */
        Document: {
            /** @default null */
            caption?: string | null;
            /** @default null */
            filename?: string | null;
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "document";
        };
        /**
         * DocumentStatus
         * @description How far its reading is.
         * @enum {unknown}
         */
        DocumentStatus: "failed" | "ready" | "waiting";
        /**
         * Side
         * @description Whose it is.
         * @enum {unknown}
         */
        "domain.conversations.reaction.Side": "business" | "contact";
        /**
         * Side
         * @description How it went: what was said, and what it came to.
         */
        "domain.flows.comparison.Side": {
            node: string | null;
            outcome: string | null;
            status: components["schemas"]["SessionStatus"];
            transcript: components["schemas"]["Line"][];
            variables: {
                [key: string]: boolean | number | string | unknown[] | {
                    [key: string]: unknown;
                } | null;
            };
        };
        /**
         * DraftParts
         * @description Nodes or edges as they are written, and the flow's version.
         */
        DraftParts: {
            items: {
                [key: string]: unknown;
            }[];
            version: number;
        };
        /**
         * DraftView
         * @description One's own draft; an empty body is none.
         */
        DraftView: {
            body: string;
            reply_to: string | null;
            updated_at: string;
        };
        /**
         * DryRun
         * @description Whether it would be meant, and what it would do.
         */
        DryRun: {
            actions: string[];
            /** Format: uuid */
            conversation_id: string;
            is_meant: boolean;
            message_id: string | null;
        };
        /**
         * DryRunRequest
         * @description On a conversation, or where the rule's event happened last.
         */
        DryRunRequest: {
            /** @default null */
            conversation_id?: string | null;
            /** @default 10 */
            last?: number;
        };
        /**
         * DryRuns
         * @description What a rule would do, the latest event first.
         */
        DryRuns: {
            items: components["schemas"]["DryRun"][];
        };
        /**
         * DuplicateReason
         * @description Why two contacts may be one.
         * @enum {unknown}
         */
        DuplicateReason: "document" | "email" | "name" | "phone";
        /**
         * DuplicateRequest
         * @description What the copy is called; without a name it is called a copy.
         */
        DuplicateRequest: {
            /** @default null */
            name?: string | null;
        };
        /**
         * EdgeNumbers
         * @description An edge: how often it was taken.
         */
        EdgeNumbers: {
            edge: string;
            node: string;
            sessions: components["schemas"]["Count"];
            times: number;
        };
        /**
         * EdgeRequest
         * @description An edge as it is written in a document; of one that is there, the fields that change (null removes one).
         */
        EdgeRequest: {
            edge: unknown;
        };
        /**
         * EdgeView
         * @description An edge of a draft, and the flow's version.
         */
        EdgeView: {
            edge: {
                [key: string]: unknown;
            };
            version: number;
        };
        /**
         * Edit
         * @description The customer changed a message of theirs.
         */
        Edit: {
            /** @default null */
            body?: string | null;
            target: string;
            /** @enum {unknown} */
            type: "edit";
        };
        /**
         * EditTemplateRequest
         * @description What changes. Name and language never do, the category only before it is approved.
         */
        EditTemplateRequest: {
            /** @enum {unknown} */
            category?: "authentication" | "marketing" | "utility";
            components?: (components["schemas"]["GivenHeader"] | components["schemas"]["GivenBody"] | components["schemas"]["GivenFooter"] | components["schemas"]["GivenButtonRow"])[];
        };
        /**
         * EffectOfStep
         * @description Something that a step did; neither message nor call is a timer or a change.
         */
        EffectOfStep: {
            /** @default null */
            call?: components["schemas"]["CallOfStep"] | null;
            id: string;
            /** @default null */
            message?: components["schemas"]["MessageOfStep"] | null;
        };
        /**
         * Ending
         * @description How a session stands when all is told.
         */
        Ending: {
            node: string | null;
            outcome: string | null;
            status: components["schemas"]["SessionStatus"];
        };
        /**
         * Engagement
         * @description How much was said; messages are counted up to 10,000 each way.
         *
         *         `average_first_response_seconds` is from the beginning of a conversation to a person's first answer; `csat` is the
         *         average of the answers, from 1 to 5.
         */
        Engagement: {
            average_first_response_seconds: number | null;
            conversations: number;
            csat: number | null;
            first_seen_at: string | null;
            last_seen_at: string | null;
            messages_in: number;
            messages_out: number;
            open_conversations: number;
        };
        /**
         * ErpMock
         * @description What the ERP answers to an operation with these arguments (or any); an empty result is not found.
         */
        ErpMock: {
            /** @default  */
            after?: string;
            /** @default {} */
            arguments?: {
                [key: string]: unknown;
            };
            /** @default null */
            error?: string | null;
            /** @default null */
            found?: boolean | null;
            operation: components["schemas"]["ErpOperation"];
            /**
             * @description Any JSON.
             * @default null
             */
            result?: unknown;
        };
        /**
         * ErpOperation
         * @description One question or order; its arguments and what it gives are told in docs/guides/flows.md.
         * @enum {unknown}
         */
        ErpOperation: "connection_status" | "duplicate_invoice" | "find_customer" | "invoices" | "open_ticket" | "plans";
        /**
         * ErrorBody
         * @description What went wrong. `code` is stable, `request_id` finds it in our logs.
         *
         *         `message`, here and in `details`, is for people, in the language of `Accept-Language` (pt-BR or en).
         */
        ErrorBody: {
            code: string;
            details: components["schemas"]["ErrorDetail"][];
            message: string;
            request_id: string;
        };
        /**
         * ErrorDetail
         * @description One wrong field: where it is (dots and brackets, as in `nodes[3].type`) and what is wrong with it, for people.
         */
        ErrorDetail: {
            field: string;
            message: string;
        };
        /**
         * ErrorEnvelope
         * @description The body of every answer that is not a success.
         */
        ErrorEnvelope: {
            error: components["schemas"]["ErrorBody"];
        };
        /**
         * EventHappened
         * @description Something that happened to the conversation or contact; a number is for what happens to a contact alone.
         */
        EventHappened: {
            event: string;
            /** @enum {unknown} */
            type: "event";
            /** @default null */
            whatsapp_config_id?: string | null;
        };
        /**
         * EventNumbers
         * @description Something that happened on a node: how often, and in how many sessions.
         */
        EventNumbers: {
            event: string;
            sessions: components["schemas"]["Count"];
            times: number;
        };
        /**
         * ExpectationDocument
         * @description Everything named must be so.
         */
        ExpectationDocument: {
            /** @default null */
            choices?: string[] | null;
            /** @default false */
            contains?: boolean;
            /** @default null */
            effect?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            ended?: string | null;
            /** @default null */
            node?: string | null;
            /** @default null */
            outcome?: string | null;
            /** @default false */
            silent?: boolean;
            /** @default null */
            text?: string | null;
            /** @default {} */
            vars?: {
                [key: string]: unknown;
            };
        };
        /**
         * ExportAuditRequest
         * @description Entries from `since` up to, and without, `until`; at most a year of them.
         */
        ExportAuditRequest: {
            /** @default csv */
            format?: components["schemas"]["ExportFormat"];
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            until: string;
        };
        /**
         * ExportContactsRequest
         * @description All contacts, those of a segment, or those of a filter as segments have.
         */
        ExportContactsRequest: {
            filter?: unknown;
            /** @default csv */
            format?: components["schemas"]["SheetFormat"];
            /** @default null */
            segment_id?: string | null;
        };
        /**
         * ExportedFlow
         * @description The file. `version` is the number under which the document was published last, 0 where it never was.
         *
         *         By the `id`, files that are tested together jump to each other; an import gives the flow another.
         */
        ExportedFlow: {
            /** @default  */
            description?: string;
            document: unknown;
            /** @default pytake.flow */
            format?: string;
            /** @default 1 */
            format_version?: number;
            /** @default null */
            id?: string | null;
            name: string;
            /** @default [] */
            tests?: unknown[];
            /** @default 0 */
            version?: number;
        };
        /**
         * ExportFormat
         * @description `csv` for people, with a header; `jsonl` for programs, one entry a line.
         * @enum {unknown}
         */
        ExportFormat: "csv" | "jsonl";
        /**
         * ExportState
         * @description Where it is.
         * @enum {unknown}
         */
        ExportState: "done" | "failed" | "queued" | "running";
        /**
         * ExportView
         * @description An export; `url` needs no login and ends some minutes later, the file itself at `expires_at`.
         */
        ExportView: {
            created_at: string;
            created_by: string | null;
            error_code: string | null;
            expires_at: string | null;
            format: components["schemas"]["SheetFormat"];
            /** Format: uuid */
            id: string;
            rows: number;
            size: number | null;
            state: components["schemas"]["ExportState"];
            /** @default null */
            url?: string | null;
            /** @default null */
            url_expires_at?: string | null;
        };
        /**
         * FailureCount
         * @description How many messages ended with a code, which is the provider's or ours.
         */
        FailureCount: {
            code: string;
            count: number;
        };
        /**
         * FieldChange
         * @description One field: its path, such as `data.buttons[1]`, and its value on both sides; null where there is none.
         */
        FieldChange: {
            /**
             * @description Any JSON.
             * @default null
             */
            after?: unknown;
            /**
             * @description Any JSON.
             * @default null
             */
            before?: unknown;
            path: string;
        };
        /**
         * FieldType
         * @description What a value must be. A `document` is a CPF or CNPJ with the right check digits.
         * @enum {unknown}
         */
        FieldType: "boolean" | "choice" | "choices" | "date" | "document" | "email" | "number" | "phone" | "text" | "url";
        /**
         * Finding
         * @description One thing to mend; without a node it is about the whole flow.
         *
         *         `place` is the field (`data.text`), `position` the character in it, counted from zero, where a text cannot be
         *         read; `edge` the edge that it is about. `params` are what `message` says of this very case.
         */
        Finding: {
            code: string;
            /** @default null */
            edge?: string | null;
            message: string;
            /** @default null */
            node?: string | null;
            /** @default {} */
            params?: {
                [key: string]: string | number;
            };
            /** @default null */
            place?: string | null;
            /** @default null */
            position?: number | null;
            /** @default error */
            severity?: components["schemas"]["Severity"];
        };
        /**
         * Findings
         * @description What a check found; only errors hinder publishing.
         */
        Findings: {
            findings: components["schemas"]["Finding"][];
            publishable: boolean;
        };
        /**
         * FirstAdminRequest
         * @description Who runs the company: gets an invitation by e-mail.
         */
        FirstAdminRequest: {
            email: string;
            /** @default pt-BR */
            language?: string;
            name: string;
        };
        /**
         * FlowAnalytics
         * @description Numbers of the sessions that began in a time. Steps are of the newest `counted_sessions` of them.
         */
        FlowAnalytics: {
            complete: boolean;
            counted_sessions: number;
            edges: components["schemas"]["EdgeNumbers"][];
            from: string;
            nodes: components["schemas"]["NodeNumbers"][];
            questions: components["schemas"]["QuestionNumbers"][];
            random: components["schemas"]["BranchNumbers"][];
            to: string;
            total: components["schemas"]["Totals"];
            version: number | null;
            versions: components["schemas"]["VersionTotals"][];
        };
        /**
         * FlowCategory
         * @description What a template is for.
         * @enum {unknown}
         */
        FlowCategory: "feedback" | "hours" | "knowledge" | "orders" | "privacy" | "sales" | "scheduling" | "support";
        /**
         * FlowDiff
         * @description Everything that is different. `fields` are those beside the graph: name, trigger, settings, variables, others.
         */
        FlowDiff: {
            edges: components["schemas"]["ItemChanges"];
            fields: components["schemas"]["FieldChange"][];
            nodes: components["schemas"]["ItemChanges"];
        };
        /**
         * FlowNeed
         * @description What a company must have set up before a template's flow does all that it promises.
         * @enum {unknown}
         */
        FlowNeed: "ai" | "business_hours" | "erp" | "knowledge_base";
        /**
         * FlowRow
         * @description One line of the flow list. `published_number` counts publications; without a version none of them runs.
         */
        FlowRow: {
            chatbot_id: string | null;
            chatbot_name: string | null;
            created_at: string;
            description: string;
            /** Format: uuid */
            id: string;
            name: string;
            priority: number;
            published_number: number;
            published_version_id: string | null;
            updated_at: string;
            version: number;
        };
        /**
         * FlowRunRow
         * @description One time at which a flow was due.
         *
         *         `missed` counts the times at which nobody was asked, `asked` those with whom it began, `skipped` those of the
         *         audience with whom it did not; `error` says why it failed.
         */
        FlowRunRow: {
            asked: number;
            began_at: string;
            due_at: string;
            ended_at: string | null;
            error: string | null;
            /** Format: uuid */
            flow_id: string;
            /** Format: uuid */
            id: string;
            missed: number;
            skipped: number;
            status: components["schemas"]["RunStatus"];
            /** Format: uuid */
            version_id: string;
        };
        /**
         * FlowSessionDetail
         * @description A session step by step, with its variables as they are now, and what it waits for.
         */
        FlowSessionDetail: {
            calls: components["schemas"]["CallOfStep"][];
            cause: components["schemas"]["SessionCause"];
            /** Format: uuid */
            contact_id: string;
            contact_name: string | null;
            /** Format: uuid */
            conversation_id: string;
            ended_at: string | null;
            /** Format: uuid */
            flow_id: string;
            flow_number: number;
            /** Format: uuid */
            id: string;
            node: string | null;
            outcome: string | null;
            sprints: components["schemas"]["SprintRow"][];
            started_at: string;
            status: components["schemas"]["SessionStatus"];
            steps: components["schemas"]["StepRow"][];
            timers: components["schemas"]["TimerRow"][];
            updated_at: string;
            variables: unknown;
            /** Format: uuid */
            version_id: string;
            waiting_replies: number;
        };
        /**
         * FlowSessionRow
         * @description One contact going through a flow; `flow_number` is the number of the version they go through.
         */
        FlowSessionRow: {
            cause: components["schemas"]["SessionCause"];
            /** Format: uuid */
            contact_id: string;
            contact_name: string | null;
            /** Format: uuid */
            conversation_id: string;
            ended_at: string | null;
            /** Format: uuid */
            flow_id: string;
            flow_number: number;
            /** Format: uuid */
            id: string;
            node: string | null;
            outcome: string | null;
            started_at: string;
            status: components["schemas"]["SessionStatus"];
            updated_at: string;
            /** Format: uuid */
            version_id: string;
        };
        /**
         * FlowTemplate
         * @description A template with its flow document and the tests that the flow passes.
         */
        FlowTemplate: {
            category: components["schemas"]["FlowCategory"];
            description: components["schemas"]["Words"];
            document: unknown;
            key: string;
            /** @default [] */
            needs?: components["schemas"]["FlowNeed"][];
            node_count: number;
            test_count: number;
            tests: unknown[];
            title: components["schemas"]["Words"];
        };
        /**
         * FlowTemplateRow
         * @description A template as it stands in the gallery; `key` names it.
         */
        FlowTemplateRow: {
            category: components["schemas"]["FlowCategory"];
            description: components["schemas"]["Words"];
            key: string;
            /** @default [] */
            needs?: components["schemas"]["FlowNeed"][];
            node_count: number;
            test_count: number;
            title: components["schemas"]["Words"];
        };
        /**
         * FlowTemplates
         * @description All of them: they are few.
         */
        FlowTemplates: {
            items: components["schemas"]["FlowTemplateRow"][];
        };
        /**
         * FlowTestDocument
         * @description A conversation and what it should come to.
         */
        FlowTestDocument: {
            /** @default 2026-01-05T12:00:00Z */
            at?: string;
            /** @default {} */
            contact?: {
                [key: string]: unknown;
            };
            /** @default {} */
            conversation?: {
                [key: string]: unknown;
            };
            /** @default null */
            from_node?: string | null;
            /**
             * @default {
             *       "api": [],
             *       "erp": [],
             *       "ai": [],
             *       "hours": null
             *     }
             */
            mocks?: components["schemas"]["Mocks"];
            /** @default  */
            name?: string;
            /** @default  */
            seed?: string | number;
            /** @default [] */
            steps?: components["schemas"]["StepDocument"][];
            /** @default {} */
            variables?: {
                [key: string]: unknown;
            };
        };
        /**
         * FlowTestFailure
         * @description What could not be done or was not as expected; `step` counts from zero.
         *
         *         `code` is stable, `values` are what `message` says of this very case, such as what was `expected` and what it `got`.
         */
        FlowTestFailure: {
            code: string;
            message: string;
            step: number;
            /** @default {} */
            values?: {
                [key: string]: boolean | number | string | unknown[] | {
                    [key: string]: unknown;
                } | null;
            };
        };
        /**
         * FlowTestsView
         * @description A flow's tests as they were written, in their order, and the flow's version.
         */
        FlowTestsView: {
            tests: unknown[];
            version: number;
        };
        /**
         * FlowVersionDetail
         * @description A version with its document, JSON.
         */
        FlowVersionDetail: {
            document: unknown;
            /** Format: uuid */
            flow_id: string;
            /** Format: uuid */
            id: string;
            is_running: boolean;
            name: string;
            notes: string;
            number: number;
            published_at: string;
            published_by: string | null;
            published_by_name: string | null;
        };
        /**
         * FlowVersionRow
         * @description One version: its number, the notes that it was published with, and by whom; `is_running` says that it starts.
         */
        FlowVersionRow: {
            /** Format: uuid */
            flow_id: string;
            /** Format: uuid */
            id: string;
            is_running: boolean;
            name: string;
            notes: string;
            number: number;
            published_at: string;
            published_by: string | null;
            published_by_name: string | null;
        };
        /**
         * FlowView
         * @description A flow with the document that is being edited.
         */
        FlowView: {
            chatbot_id: string | null;
            chatbot_name: string | null;
            created_at: string;
            description: string;
            document: unknown;
            /** Format: uuid */
            id: string;
            name: string;
            priority: number;
            published_number: number;
            published_version_id: string | null;
            updated_at: string;
            version: number;
        };
        /**
         * ForgotPasswordRequest
         * @description The e-mail with which one logs in.
         */
        ForgotPasswordRequest: {
            email: string;
        };
        /**
         * FoundMessage
         * @description A message that holds what was looked for. `content` is its JSON; `highlights` shows where, in pieces of text.
         */
        FoundMessage: {
            /** Format: uuid */
            contact_id: string;
            contact_name: string | null;
            content: unknown;
            /** Format: uuid */
            conversation_id: string;
            created_at: string;
            direction: components["schemas"]["Direction"];
            /** @default [] */
            highlights?: components["schemas"]["Fragment"][];
            /** Format: uuid */
            id: string;
            media_id: string | null;
            sender: components["schemas"]["SenderKind"];
            type: string;
            user_id: string | null;
            /** Format: uuid */
            whatsapp_config_id: string;
        };
        /**
         * Fragment
         * @description A piece of a message; `is_match` where it is what was looked for.
         */
        Fragment: {
            is_match: boolean;
            text: string;
        };
        /**
         * GivenApp
         * @description An Android program that takes a code by itself.
         */
        GivenApp: {
            package_name: string;
            signature_hash: string;
        };
        /**
         * GivenBody
         * @description The text, with gaps such as {{1}} or {{name}}.
         */
        GivenBody: {
            /** @default null */
            add_security_recommendation?: boolean | null;
            /** @default null */
            example?: components["schemas"]["GivenBodyExample"] | null;
            /** @default null */
            text?: string | null;
            /** @enum {unknown} */
            type: "BODY";
        };
        /**
         * GivenBodyExample
         * @description What may stand in the text's gaps: one row by numbers, or by names.
         */
        GivenBodyExample: {
            /** @default [] */
            body_text?: string[][];
            /** @default [] */
            body_text_named_params?: components["schemas"]["GivenExample"][];
        };
        /**
         * GivenButton
         * @description One button; `type` is QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW or OTP.
         */
        GivenButton: {
            /** @default null */
            autofill_text?: string | null;
            /** @default null */
            example?: string[] | string | null;
            /** @default null */
            flow_action?: string | null;
            /** @default null */
            flow_id?: string | null;
            /** @default null */
            navigate_screen?: string | null;
            /** @default null */
            otp_type?: string | null;
            /** @default null */
            phone_number?: string | null;
            /** @default [] */
            supported_apps?: components["schemas"]["GivenApp"][];
            /** @default null */
            text?: string | null;
            type: string;
            /** @default null */
            url?: string | null;
            /** @default null */
            zero_tap_terms_accepted?: boolean | null;
        };
        /**
         * GivenButtonRow
         * @description The buttons below, in order.
         */
        GivenButtonRow: {
            buttons: components["schemas"]["GivenButton"][];
            /** @enum {unknown} */
            type: "BUTTONS";
        };
        /**
         * GivenExample
         * @description What may stand in a named gap.
         */
        GivenExample: {
            example: string;
            param_name: string;
        };
        /**
         * GivenFooter
         * @description The small print.
         */
        GivenFooter: {
            /** @default null */
            code_expiration_minutes?: number | null;
            /** @default null */
            text?: string | null;
            /** @enum {unknown} */
            type: "FOOTER";
        };
        /**
         * GivenHeader
         * @description What stands above the text: `format` is TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION.
         */
        GivenHeader: {
            /** @default null */
            example?: components["schemas"]["GivenHeaderExample"] | null;
            format: string;
            /** @default null */
            text?: string | null;
            /** @enum {unknown} */
            type: "HEADER";
        };
        /**
         * GivenHeaderExample
         * @description What may stand above: a text for its gap, or the handle of an example file.
         */
        GivenHeaderExample: {
            /** @default [] */
            header_handle?: string[];
            /** @default [] */
            header_text?: string[];
            /** @default [] */
            header_text_named_params?: components["schemas"]["GivenExample"][];
            /** @default null */
            media_id?: string | null;
        };
        /**
         * Handler
         * @description Who answers.
         * @enum {unknown}
         */
        Handler: "agent" | "bot" | "none";
        /**
         * Happened
         * @description What the flow wanted of the world, of which `effect` is null where it is too large to show.
         *
         *         `node` wanted it: one of the flow of `version`, where that is not the one that is tested. Secrets are only named.
         */
        Happened: {
            effect: (components["schemas"]["SendMessage"] | components["schemas"]["SetTimer"] | components["schemas"]["CancelTimer"] | components["schemas"]["CallApi"] | components["schemas"]["CallErp"] | components["schemas"]["AskAi"] | components["schemas"]["ChangeContact"] | components["schemas"]["RecordConsent"] | components["schemas"]["ChangeConversation"] | components["schemas"]["AddNote"] | components["schemas"]["Notify"] | components["schemas"]["StartCampaign"] | components["schemas"]["Transfer"] | components["schemas"]["StartFlow"]) | null;
            kind: string;
            node: string | null;
            version: string | null;
        };
        /**
         * Has
         * @description What a message may carry.
         * @enum {unknown}
         */
        Has: "media";
        /**
         * Holiday
         * @description A day of the company's own: closed (a city's holiday), or open although it is a public one (`is_open`).
         *
         *         A yearly one is the same day of every year; the 29th of February is one in leap years only.
         */
        Holiday: {
            created_at: string;
            /** Format: date */
            day: string;
            /** Format: uuid */
            id: string;
            /** @default false */
            is_open?: boolean;
            /** @default false */
            is_yearly?: boolean;
            name: string;
        };
        /**
         * HopView
         * @description One thing that was tried: whether it holds, what was seen, and what to do where it does not, by language.
         */
        HopView: {
            detail: string;
            name: string;
            ok: boolean;
            what_to_do: {
                [key: string]: string;
            } | null;
        };
        /**
         * HoursMock
         * @description Whether a calendar is open; none is the company's.
         */
        HoursMock: {
            /** @default null */
            calendar?: string | null;
            open: boolean;
        };
        /**
         * HoursPreview
         * @description Now, and the days from today on. `open_until` and `next_opening` are null where there is no such moment.
         *
         *         Where nobody set any hours `is_set` is false: it is always open, and each day is one opening.
         */
        HoursPreview: {
            days: components["schemas"]["ShownDay"][];
            is_open: boolean;
            is_set: boolean;
            next_opening: string | null;
            open_until: string | null;
            time_zone: string;
        };
        /**
         * IdentityShown
         * @description A name under which providers know the contact.
         */
        IdentityShown: {
            first_seen_at: string;
            kind: string;
            last_seen_at: string;
            scope: string;
            value: string;
        };
        /**
         * Image
         * @description A picture.
         */
        Image: {
            /** @default null */
            caption?: string | null;
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "image";
        };
        /**
         * ImportDetail
         * @description An import with its plan, and what was found in its file: `headings`, `suggested`, `preview`. Both are JSON.
         */
        ImportDetail: {
            created: number;
            created_at: string;
            created_by: string | null;
            error_code: string | null;
            error_detail: string | null;
            filename: string;
            finished_at: string | null;
            format: components["schemas"]["SheetFormat"];
            found: unknown;
            /** Format: uuid */
            id: string;
            is_dry_run: boolean;
            plan: unknown;
            refused: number;
            rows_read: number;
            skipped: number;
            started_at: string | null;
            state: components["schemas"]["ImportState"];
            total_rows: number | null;
            updated: number;
            updated_at: string;
            version: number;
        };
        /**
         * ImportedFlowView
         * @description The flow that was made of a file, and what became of each of its parts.
         */
        ImportedFlowView: {
            flow: components["schemas"]["FlowView"];
            report: components["schemas"]["ImportReport"];
        };
        /**
         * ImportErrorRow
         * @description What is wrong with a row of a file; `raw` is the row as it was, as a line of CSV.
         */
        ImportErrorRow: {
            code: string;
            field: string;
            message: string;
            raw: string;
            row_number: number;
        };
        /**
         * ImportErrors
         * @description What is wrong with some rows; `next_after` is None behind the last.
         */
        ImportErrors: {
            items: components["schemas"]["ImportErrorRow"][];
            next_after: number | null;
        };
        /**
         * ImportFlowRequest
         * @description The file as it is: our own export, a flow's document, or what Typebot exports.
         */
        ImportFlowRequest: {
            /** @default null */
            chatbot_id?: string | null;
            file: unknown;
            /** @default null */
            name?: string | null;
            /** @default 0 */
            priority?: number;
        };
        /**
         * ImportNote
         * @description Something that is not as it was: `lost` where nothing of it is left, else it was changed and should be read.
         *
         *         `place` says where in the file it stood, `kind` what it was called there; `values` are what the code's text says of
         *         this very case.
         */
        ImportNote: {
            code: string;
            kind: string;
            lost: boolean;
            message: string;
            place: string;
            /** @default {} */
            values?: {
                [key: string]: string | number;
            };
        };
        /**
         * ImportReport
         * @description What became of a file.
         */
        ImportReport: {
            /** @default [] */
            converted?: components["schemas"]["Conversion"][];
            format: string;
            /** @default [] */
            notes?: components["schemas"]["ImportNote"][];
        };
        /**
         * ImportRow
         * @description An import. `total_rows` is a guess until it is over; `error_code` says why it failed.
         */
        ImportRow: {
            created: number;
            created_at: string;
            created_by: string | null;
            error_code: string | null;
            error_detail: string | null;
            filename: string;
            finished_at: string | null;
            format: components["schemas"]["SheetFormat"];
            /** Format: uuid */
            id: string;
            is_dry_run: boolean;
            refused: number;
            rows_read: number;
            skipped: number;
            started_at: string | null;
            state: components["schemas"]["ImportState"];
            total_rows: number | null;
            updated: number;
            updated_at: string;
            version: number;
        };
        /**
         * ImportState
         * @description Where it is.
         * @enum {unknown}
         */
        ImportState: "cancelled" | "done" | "failed" | "queued" | "running";
        /**
         * InboxCounts
         * @description Open conversations that the viewer may see, by view: a conversation may be in several.
         *
         *         `unread` are those with something that the viewer has not seen; `closing` those whose window ends soon. What sleeps
         *         counts in `snoozed`, `open`, `by_status`, `by_department` and `by_config`, and in no other view.
         */
        InboxCounts: {
            by_config: {
                [key: string]: number;
            };
            by_department: {
                [key: string]: number;
            };
            by_status: {
                [key: string]: number;
            };
            closing: number;
            mentioned: number;
            mine: number;
            needs_attention: number;
            open: number;
            snoozed: number;
            unassigned: number;
            unread: number;
            waiting: number;
        };
        /**
         * Interactive
         * @description The answer to something with choices.
         *
         *         `kind` is `button` or `list` for what we sent, `template` for a template's quick reply (then `id` is its
         *         payload), `form` for a WhatsApp form (`data` holds its JSON as received), or the provider's own word.
         */
        Interactive: {
            /** @default null */
            data?: string | null;
            /** @default null */
            description?: string | null;
            /** @default null */
            id?: string | null;
            kind: string;
            /** @default null */
            title?: string | null;
            /** @enum {unknown} */
            type: "interactive";
        };
        /**
         * InvitationRow
         * @description One invitation; its token is shown to nobody.
         */
        InvitationRow: {
            accepted_at: string | null;
            created_at: string;
            department_ids: string[];
            email: string;
            expires_at: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            invited_by: string;
            language: string;
            name: string;
            revoked_at: string | null;
            role: string;
            status: components["schemas"]["InvitationState"];
        };
        /**
         * InvitationState
         * @description What became of an invitation.
         * @enum {unknown}
         */
        InvitationState: "accepted" | "expired" | "open" | "revoked";
        /**
         * InviteUserRequest
         * @description Whom to ask to join, and as what.
         */
        InviteUserRequest: {
            /** @default [] */
            department_ids?: string[];
            email: string;
            /**
             * @default pt-BR
             * @enum {unknown}
             */
            language?: "en" | "pt-BR";
            name: string;
            role: string;
        };
        /**
         * Isolation
         * @description Where a tenant's own tables lie: beside the others', fenced by row-level security, or in their own schema too.
         * @enum {unknown}
         */
        Isolation: "schema" | "shared";
        /**
         * ItemChange
         * @description A node or an edge that is on both sides, and otherwise on each.
         */
        ItemChange: {
            changes: components["schemas"]["FieldChange"][];
            id: string;
            /** @default null */
            type?: string | null;
        };
        /**
         * ItemChanges
         * @description Of nodes, or of edges: what came, what went (as they are written), and what is otherwise.
         */
        ItemChanges: {
            /** @default [] */
            added?: {
                [key: string]: unknown;
            }[];
            /** @default [] */
            changed?: components["schemas"]["ItemChange"][];
            /** @default [] */
            removed?: {
                [key: string]: unknown;
            }[];
            /** @default false */
            reordered?: boolean;
        };
        /**
         * KeepDraftRequest
         * @description What was begun; nothing is no draft any more. `reply_to` quotes a message by the provider's id.
         */
        KeepDraftRequest: {
            body: string;
            /** @default null */
            reply_to?: string | null;
        };
        /**
         * Keyword
         * @description A word or phrase.
         */
        Keyword: {
            /** @default [] */
            keywords?: string[];
            /** @default exact */
            match?: components["schemas"]["Match"];
            /** @enum {unknown} */
            type: "keyword";
        };
        /**
         * KnowledgeBaseRow
         * @description A base, and how many documents it has; `ready` of them are read.
         */
        KnowledgeBaseRow: {
            created_at: string;
            description: string;
            documents: number;
            /** Format: uuid */
            id: string;
            name: string;
            ready: number;
            updated_at: string;
            version: number;
        };
        /**
         * KnowledgeDocumentRow
         * @description A document; `size` in bytes, `chunks` passages, `error` why it could not be read.
         */
        KnowledgeDocumentRow: {
            chunks: number;
            created_at: string;
            error: string | null;
            /** Format: uuid */
            id: string;
            mime: string;
            name: string;
            read_at: string | null;
            size: number;
            status: components["schemas"]["DocumentStatus"];
        };
        /**
         * LeadScoreRuleRow
         * @description A rule; `conditions` is a filter's JSON, or null.
         */
        LeadScoreRuleRow: {
            conditions: unknown;
            created_at: string;
            event: components["schemas"]["ScoredEvent"];
            /** Format: uuid */
            id: string;
            is_active: boolean;
            name: string;
            points: number;
            updated_at: string;
            version: number;
        };
        /**
         * LegalBasis
         * @description Why it may be done (LGPD, article 7).
         * @enum {unknown}
         */
        LegalBasis: "consent" | "contract" | "credit_protection" | "legal_obligation" | "legitimate_interest";
        /**
         * LifecycleStage
         * @description How far somebody is on the way to being a customer, and away from it.
         * @enum {unknown}
         */
        LifecycleStage: "churned" | "customer" | "lead" | "prospect";
        /**
         * Line
         * @description One message of the transcript, by the `contact` or the `bot`.
         */
        Line: {
            at: string;
            by: string;
            /** @default [] */
            choices?: string[];
            content: components["schemas"]["Text"] | components["schemas"]["Image"] | components["schemas"]["Video"] | components["schemas"]["Audio"] | components["schemas"]["Voice"] | components["schemas"]["Document"] | components["schemas"]["Sticker"] | components["schemas"]["Location"] | components["schemas"]["Contacts"] | components["schemas"]["Buttons"] | components["schemas"]["ListMenu"] | components["schemas"]["CtaUrl"] | components["schemas"]["LocationRequest"] | components["schemas"]["Template"] | components["schemas"]["Interactive"] | components["schemas"]["Reaction"] | components["schemas"]["Order"] | components["schemas"]["System"] | components["schemas"]["Edit"] | components["schemas"]["Revoke"] | components["schemas"]["Unsupported"];
            text: string;
        };
        /**
         * ListMenu
         * @description Text with a menu of up to ten rows behind one button.
         */
        ListMenu: {
            body: string;
            button: string;
            /** @default null */
            footer?: string | null;
            /** @default null */
            header?: string | null;
            sections: components["schemas"]["Section"][];
            /** @enum {unknown} */
            type: "list";
        };
        /**
         * Live
         * @description The process runs.
         */
        Live: {
            /** @default ok */
            status?: string;
        };
        /**
         * Location
         * @description A place; degrees, WGS 84.
         */
        Location: {
            /** @default null */
            address?: string | null;
            latitude: number;
            longitude: number;
            /** @default null */
            name?: string | null;
            /** @enum {unknown} */
            type: "location";
            /** @default null */
            url?: string | null;
        };
        /**
         * LocationRequest
         * @description Text with a button that sends back where the contact is, as a `location`.
         */
        LocationRequest: {
            body: string;
            /** @enum {unknown} */
            type: "location_request";
        };
        /**
         * LoggedIn
         * @description Tokens, and for how many seconds each is good.
         *
         *         With `needs_two_factor` the company asks for a second factor that the user has yet to set up, and nothing else is
         *         allowed before.
         */
        LoggedIn: {
            access_token: string;
            expires_in: number;
            /** @default false */
            needs_two_factor?: boolean;
            refresh_expires_in: number;
            refresh_token: string;
            token_type: string;
        };
        /**
         * LogInRequest
         * @description An e-mail and a password.
         */
        LogInRequest: {
            email: string;
            password: string;
        };
        /**
         * Manual
         * @description The API, a campaign, another flow.
         */
        Manual: {
            /** @enum {unknown} */
            type: "manual";
        };
        /**
         * MarkReadRequest
         * @description Whether the contact is shown that it was read.
         */
        MarkReadRequest: {
            /** @default false */
            tell_contact?: boolean;
        };
        /**
         * Match
         * @description How a keyword is compared; accents and case never count.
         * @enum {unknown}
         */
        Match: "contains" | "exact" | "regex" | "starts_with";
        /**
         * Me
         * @description Who you are, and what you may do. The picture is at `/users/{id}/avatar`.
         */
        Me: {
            email: string;
            email_verified: boolean;
            has_avatar: boolean;
            /** Format: uuid */
            id: string;
            language: string;
            name: string;
            notifications: {
                [key: string]: boolean;
            };
            permissions: string[];
            role: string;
            /** Format: uuid */
            tenant_id: string;
            tenant_name: string;
            two_factor_enabled: boolean;
            version: number;
        };
        /**
         * MediaDirection
         * @description Who brought it.
         * @enum {unknown}
         */
        MediaDirection: "inbound" | "outbound";
        /**
         * MediaKind
         * @description What it is sent as: the same words as in messages.
         * @enum {unknown}
         */
        MediaKind: "audio" | "document" | "image" | "sticker" | "video" | "voice";
        /**
         * MediaProblem
         * @description Why a file is not there; kept as its `reason`.
         * @enum {unknown}
         */
        MediaProblem: "active_content" | "address_refused" | "changed" | "damaged" | "gone" | "too_large" | "too_many_pixels" | "too_slow" | "type_not_allowed" | "unreachable";
        /**
         * MediaShown
         * @description A message's file, and whether it can be fetched: `state` is `stored` when it can, `reason` why it cannot.
         */
        MediaShown: {
            duration_ms: number | null;
            filename: string | null;
            has_thumbnail: boolean;
            height: number | null;
            /** Format: uuid */
            id: string;
            kind: string;
            mime: string | null;
            reason: string | null;
            size: number | null;
            state: string;
            width: number | null;
        };
        /**
         * MediaState
         * @description `pending`: at the provider; `stored`: with us; `failed`: not to be had; `blocked`: had, and refused.
         * @enum {unknown}
         */
        MediaState: "blocked" | "failed" | "pending" | "stored";
        /**
         * MediaView
         * @description A file as people see it. The addresses need no login and end at `urls_expire_at`; they are there once stored.
         */
        MediaView: {
            created_at: string;
            direction: components["schemas"]["MediaDirection"];
            duration_ms: number | null;
            filename: string | null;
            height: number | null;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["MediaKind"];
            mime: string | null;
            reason: components["schemas"]["MediaProblem"] | null;
            size: number | null;
            state: components["schemas"]["MediaState"];
            thumbnail_url: string | null;
            url: string | null;
            urls_expire_at: string | null;
            width: number | null;
        };
        /**
         * MemberRow
         * @description Somebody who is in a department.
         */
        MemberRow: {
            capacity: number;
            /** Format: uuid */
            id: string;
            is_active: boolean;
            name: string;
            role: string;
        };
        /**
         * MergeContactsRequest
         * @description Which contact becomes part of the one in the path.
         */
        MergeContactsRequest: {
            /** Format: uuid */
            contact_id: string;
        };
        /**
         * MessageOfStep
         * @description What a step sent, and what became of it.
         */
        MessageOfStep: {
            error_code: string | null;
            /** Format: uuid */
            id: string;
            status: components["schemas"]["MessageStatus"];
            type: string;
        };
        /**
         * MessageReceived
         * @description Any message that nothing else wants: the catch-all.
         */
        MessageReceived: {
            /** @enum {unknown} */
            type: "message_received";
        };
        /**
         * MessageRow
         * @description One message of a thread. `content` is its JSON with `type`, `status_at` the JSON of each status's time.
         *
         *         `referral` is the JSON of the advertisement that it came from, or null. `sender_name` is the name of the person of
         *         ours who wrote it. `quoted` is the message that it answers, None where that is not known here.
         */
        MessageRow: {
            content: unknown;
            created_at: string;
            direction: components["schemas"]["Direction"];
            edited_at: string | null;
            error_code: string | null;
            error_detail: string | null;
            flow_session_id: string | null;
            /** Format: uuid */
            id: string;
            /** @default null */
            media?: components["schemas"]["MediaShown"] | null;
            media_id: string | null;
            provider_message_id: string | null;
            /** @default null */
            quoted?: components["schemas"]["QuotedShown"] | null;
            /** @default [] */
            reactions?: components["schemas"]["ReactionShown"][];
            referral: unknown;
            reply_to: string | null;
            retried_as: string | null;
            revoked_at: string | null;
            sender: components["schemas"]["SenderKind"];
            sender_name: string | null;
            status: components["schemas"]["MessageStatus"];
            status_at: unknown;
            type: string;
            user_id: string | null;
        };
        /**
         * MessageStatus
         * @description Where a message has got to. `received` is an inbound one's only status.
         * @enum {unknown}
         */
        MessageStatus: "cancelled" | "delivered" | "failed" | "played" | "queued" | "read" | "received" | "sent";
        /**
         * Metric
         * @description What a plan limits.
         * @enum {unknown}
         */
        Metric: "campaigns" | "contacts" | "flows" | "messages_per_month" | "users" | "whatsapp_numbers";
        /**
         * MetricUsage
         * @description One count; `limit` is null where there is none, and then so is what remains.
         */
        MetricUsage: {
            limit: number | null;
            metric: components["schemas"]["Metric"];
            remaining: number | null;
            used: number;
        };
        /**
         * Mocks
         * @description Everything that answers. Several for the same question answer one after the other, and the last of them again.
         *
         *         `hours` may be one word for every calendar.
         */
        Mocks: {
            /** @default [] */
            ai?: (string | components["schemas"]["AiMock"])[];
            /** @default [] */
            api?: components["schemas"]["ApiMock"][];
            /** @default [] */
            erp?: components["schemas"]["ErpMock"][];
            /** @default null */
            hours?: boolean | components["schemas"]["HoursMock"][] | null;
        };
        /**
         * Moment
         * @description How things stand after a step of a test.
         *
         *         `at` is what the clock says, and `wakes_at` when the next timer fires. `node` is where the session waits, in the
         *         flow `flow_id`: null before it begins and once it has ended. `variables` are the session's, but for those that are
         *         too large to show, which `hidden` names; `changed` names what the step set, changed or took away. `lines` and
         *         `walked` say how much of the transcript and of the trace there is by then.
         */
        Moment: {
            at: string;
            changed: string[];
            effects: components["schemas"]["Happened"][];
            flow_id: string | null;
            hidden: string[];
            lines: number;
            node: string | null;
            outcome: string | null;
            status: components["schemas"]["SessionStatus"] | null;
            variables: {
                [key: string]: boolean | number | string | unknown[] | {
                    [key: string]: unknown;
                } | null;
            };
            wakes_at: string | null;
            walked: number;
        };
        /**
         * MySession
         * @description One of my sessions; `current` is the one that asks.
         */
        MySession: {
            created_at: string;
            current: boolean;
            expires_at: string;
            /** Format: uuid */
            id: string;
            ip: string | null;
            last_seen_at: string;
            user_agent: string | null;
        };
        /**
         * NodeNumbers
         * @description A node: visits, where sessions stopped (ended or rest), and how long a visit takes until it is left.
         */
        NodeNumbers: {
            events: components["schemas"]["EventNumbers"][];
            median_ms: number | null;
            node: string;
            sessions: components["schemas"]["Count"];
            stopped: components["schemas"]["Count"];
            stopped_by_status: {
                [key: string]: number;
            };
            type: string;
            visits: number;
        };
        /**
         * NodeRequest
         * @description A node as it is written in a document; of one that is there, the fields that change (null removes one).
         */
        NodeRequest: {
            node: unknown;
        };
        /**
         * NodeView
         * @description A node of a draft, and the flow's version.
         */
        NodeView: {
            node: {
                [key: string]: unknown;
            };
            version: number;
        };
        /**
         * NoteRow
         * @description What somebody wrote down.
         */
        NoteRow: {
            body: string;
            /** Format: uuid */
            contact_id: string;
            created_at: string;
            /** Format: uuid */
            id: string;
            user_id: string | null;
        };
        /**
         * Notify
         * @description Tell people of the company something: a person by id or e-mail, or a department by name or id.
         *
         *         Nobody named: whoever looks after the conversation.
         */
        Notify: {
            /** @default null */
            department?: string | null;
            /** @enum {unknown} */
            effect: "notify";
            id: string;
            text: string;
            /** @default null */
            user?: string | null;
        };
        /**
         * NumberFlows
         * @description A number, its chatbot, and the flows in the order in which they are asked.
         */
        NumberFlows: {
            chatbot_id: string | null;
            chatbot_name: string | null;
            flows: components["schemas"]["RunningFlow"][];
            /** Format: uuid */
            id: string;
            is_active: boolean;
            name: string;
            phone_number: string;
        };
        /**
         * OpenConversationRequest
         * @description With whom and on which number; perhaps a first message, and for whom: `assigned_to`, or a department.
         */
        OpenConversationRequest: {
            /** @default null */
            assigned_to?: string | null;
            /** Format: uuid */
            contact_id: string;
            /** @default null */
            content?: (components["schemas"]["SendText"] | components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendAudio"] | components["schemas"]["SendVoice"] | components["schemas"]["SendDocument"] | components["schemas"]["SendSticker"] | components["schemas"]["SendLocation"] | components["schemas"]["SendContacts"] | components["schemas"]["SendButtons"] | components["schemas"]["SendList"] | components["schemas"]["SendCtaUrl"] | components["schemas"]["SendLocationRequest"] | components["schemas"]["SendTemplate"] | components["schemas"]["SendReaction"]) | null;
            /** @default null */
            department_id?: string | null;
            /** Format: uuid */
            whatsapp_config_id: string;
        };
        /**
         * OptInRequest
         * @description A yes, perhaps until a time.
         */
        OptInRequest: {
            /** @default whatsapp */
            channel?: string;
            /** @default null */
            expires_at?: string | null;
            /** @default consent */
            legal_basis?: components["schemas"]["LegalBasis"];
            /** @default marketing */
            purpose?: components["schemas"]["Purpose"];
            source: string;
            /** @default null */
            text_shown?: string | null;
        };
        /**
         * Order
         * @description A shopping basket that the customer sent.
         */
        Order: {
            /** @default null */
            catalog_id?: string | null;
            /** @default [] */
            items?: components["schemas"]["OrderItem"][];
            /** @default null */
            text?: string | null;
            /** @enum {unknown} */
            type: "order";
        };
        /**
         * OrderItem
         * @description One line of an order.
         */
        OrderItem: {
            /** @default null */
            currency?: string | null;
            /** @default null */
            price?: string | null;
            product_id: string;
            quantity: number;
        };
        /**
         * OwnStatus
         * @description How one is seen, and what one chose; they differ while one is idle, or no sign of life is known.
         */
        OwnStatus: {
            capacity: number;
            chosen_at: string | null;
            chosen_status: components["schemas"]["Status"];
            status: components["schemas"]["Status"];
        };
        /**
         * Page[Agent]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_Agent_: {
            items: components["schemas"]["Agent"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[ApiHostRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_ApiHostRow_: {
            items: components["schemas"]["ApiHostRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[ApiKeyRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_ApiKeyRow_: {
            items: components["schemas"]["ApiKeyRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[AuditRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_AuditRow_: {
            items: components["schemas"]["AuditRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[AutomationRuleRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_AutomationRuleRow_: {
            items: components["schemas"]["AutomationRuleRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[AutomationRunRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_AutomationRunRow_: {
            items: components["schemas"]["AutomationRunRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[CannedResponseRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_CannedResponseRow_: {
            items: components["schemas"]["CannedResponseRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[ChatbotRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_ChatbotRow_: {
            items: components["schemas"]["ChatbotRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[ContactFieldRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_ContactFieldRow_: {
            items: components["schemas"]["ContactFieldRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[ContactRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_ContactRow_: {
            items: components["schemas"]["ContactRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[ConversationNoteRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_ConversationNoteRow_: {
            items: components["schemas"]["ConversationNoteRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[ConversationRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_ConversationRow_: {
            items: components["schemas"]["ConversationRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[CsatRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_CsatRow_: {
            items: components["schemas"]["CsatRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[DepartmentRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_DepartmentRow_: {
            items: components["schemas"]["DepartmentRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[FlowRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_FlowRow_: {
            items: components["schemas"]["FlowRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[FlowRunRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_FlowRunRow_: {
            items: components["schemas"]["FlowRunRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[FlowSessionRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_FlowSessionRow_: {
            items: components["schemas"]["FlowSessionRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[FlowVersionRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_FlowVersionRow_: {
            items: components["schemas"]["FlowVersionRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[FoundMessage]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_FoundMessage_: {
            items: components["schemas"]["FoundMessage"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[Holiday]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_Holiday_: {
            items: components["schemas"]["Holiday"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[ImportRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_ImportRow_: {
            items: components["schemas"]["ImportRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[InvitationRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_InvitationRow_: {
            items: components["schemas"]["InvitationRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[KnowledgeBaseRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_KnowledgeBaseRow_: {
            items: components["schemas"]["KnowledgeBaseRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[KnowledgeDocumentRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_KnowledgeDocumentRow_: {
            items: components["schemas"]["KnowledgeDocumentRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[LeadScoreRuleRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_LeadScoreRuleRow_: {
            items: components["schemas"]["LeadScoreRuleRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[MessageRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_MessageRow_: {
            items: components["schemas"]["MessageRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[MySession]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_MySession_: {
            items: components["schemas"]["MySession"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[NoteRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_NoteRow_: {
            items: components["schemas"]["NoteRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[RoleRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_RoleRow_: {
            items: components["schemas"]["RoleRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[ScheduledMessageRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_ScheduledMessageRow_: {
            items: components["schemas"]["ScheduledMessageRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[SecretRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_SecretRow_: {
            items: components["schemas"]["SecretRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[SegmentRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_SegmentRow_: {
            items: components["schemas"]["SegmentRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[SlaPolicyRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_SlaPolicyRow_: {
            items: components["schemas"]["SlaPolicyRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[StoryRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_StoryRow_: {
            items: components["schemas"]["StoryRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[TagRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_TagRow_: {
            items: components["schemas"]["TagRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[TemplateRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_TemplateRow_: {
            items: components["schemas"]["TemplateRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[TenantRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_TenantRow_: {
            items: components["schemas"]["TenantRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[TimelineRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_TimelineRow_: {
            items: components["schemas"]["TimelineRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[TransferRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_TransferRow_: {
            items: components["schemas"]["TransferRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[UserRow]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_UserRow_: {
            items: components["schemas"]["UserRow"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Page[WhatsAppConfigView]
         * @description One page. With a cursor, `page` and `total` are null: programs do not pay for counting.
         */
        Page_WhatsAppConfigView_: {
            items: components["schemas"]["WhatsAppConfigView"][];
            limit: number;
            next_cursor: string | null;
            page: number | null;
            total: number | null;
        };
        /**
         * Pairing
         * @description What links a phone: a picture as a `data:` address, the text in it, and eight signs to type instead.
         */
        Pairing: {
            code: string;
            /** @default null */
            pairing_code?: string | null;
            picture: string;
        };
        /**
         * ParameterFormat
         * @description How the gaps of a template's text are called: `{{1}}` or `{{name}}`.
         * @enum {unknown}
         */
        ParameterFormat: "named" | "positional";
        /**
         * PassagesView
         * @description Passages, the best first.
         */
        PassagesView: {
            items: components["schemas"]["PassageView"][];
        };
        /**
         * PassageView
         * @description A passage of a document.
         */
        PassageView: {
            /** Format: uuid */
            document_id: string;
            document_name: string;
            heading: string;
            text: string;
        };
        /**
         * PauseView
         * @description Why nothing is sent: a stable reason, an explanation by language, and until when; null is until it is lifted.
         */
        PauseView: {
            explanation: {
                [key: string]: string;
            };
            reason: string | null;
            until: string | null;
        };
        /**
         * PhoneConnection
         * @description How a linked phone is. `asked` says whether its server answered just now; else it is what was last known.
         */
        PhoneConnection: {
            asked: boolean;
            phone_number: string | null;
            reason: string | null;
            since: string | null;
            state: components["schemas"]["ConnectionState"];
        };
        /**
         * Plan
         * @description A plan; `names` by language.
         */
        Plan: {
            code: string;
            features: string[];
            limits: {
                [key: string]: number | null;
            };
            names: {
                [key: string]: string;
            };
            position: number;
        };
        /**
         * Plans
         * @description All plans, the smallest first; a limit of null is none.
         */
        Plans: {
            items: components["schemas"]["Plan"][];
        };
        /**
         * PreviewTemplateRequest
         * @description With what to fill it, and the file of its header.
         */
        PreviewTemplateRequest: {
            /** @default null */
            header_media?: (components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendDocument"]) | null;
            /**
             * @default {
             *       "header": null,
             *       "body": [],
             *       "buttons": []
             *     }
             */
            parameters?: components["schemas"]["TemplateParameters"];
        };
        /**
         * Priority
         * @description How much it presses.
         * @enum {unknown}
         */
        Priority: "high" | "low" | "medium" | "urgent";
        /**
         * PromiseShown
         * @description What was promised in a conversation: `first_response` or `resolution`, by when, and what became of it.
         */
        PromiseShown: {
            breached_at: string | null;
            due_at: string;
            kind: string;
            met_at: string | null;
            /** Format: uuid */
            policy_id: string;
            policy_name: string;
            started_at: string;
            warn_at: string;
            warned_at: string | null;
        };
        /**
         * Provider
         * @description Whose wire is spoken.
         * @enum {unknown}
         */
        Provider: "anthropic" | "local" | "openai";
        /**
         * ProviderWarning
         * @description What the provider last warned of, in its own words.
         */
        ProviderWarning: {
            at: string;
            /** @default null */
            detail?: string | null;
            kind: string;
            /** @default null */
            severity?: string | null;
        };
        /**
         * PublicHoliday
         * @description A day, and what it is called.
         */
        PublicHoliday: {
            /** Format: date */
            day: string;
            name: string;
        };
        /**
         * PublicHolidayList
         * @description A year's public holidays, in order.
         */
        PublicHolidayList: {
            items: components["schemas"]["PublicHoliday"][];
        };
        /**
         * PublishedCompared
         * @description What was published, and which sessions would have gone otherwise, where that was asked.
         */
        PublishedCompared: {
            findings: components["schemas"]["Finding"][];
            number: number;
            /** @default [] */
            red_tests?: components["schemas"]["RedTest"][];
            /** @default null */
            regressions?: components["schemas"]["Regressions"] | null;
            /** Format: uuid */
            version_id: string;
        };
        /**
         * PublishFlowRequest
         * @description What is new in the version, for the company's own people; `force` publishes in spite of red tests.
         *
         *         `regress` compares the draft with so many of the last sessions first; `strict` refuses it when one goes otherwise.
         */
        PublishFlowRequest: {
            /** @default false */
            force?: boolean;
            /** @default  */
            notes?: string;
            /** @default 0 */
            regress?: number;
            /** @default false */
            strict?: boolean;
        };
        /**
         * Purpose
         * @description What the contact is written to for.
         * @enum {unknown}
         */
        Purpose: "billing" | "marketing" | "support";
        /**
         * QuestionNumbers
         * @description A question: how it was answered. `told` says whether all answers are told, or only those that several gave.
         */
        QuestionNumbers: {
            answered: components["schemas"]["Count"];
            answers: components["schemas"]["AnswerNumbers"][];
            asked: components["schemas"]["Count"];
            failed: components["schemas"]["Count"];
            invalid: components["schemas"]["Count"];
            node: string;
            timed_out: components["schemas"]["Count"];
            told: boolean;
            type: string;
        };
        /**
         * QueuedMessage
         * @description A message on its way; its status comes by event, or by reading the conversation.
         */
        QueuedMessage: {
            content: components["schemas"]["SendText"] | components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendAudio"] | components["schemas"]["SendVoice"] | components["schemas"]["SendDocument"] | components["schemas"]["SendSticker"] | components["schemas"]["SendLocation"] | components["schemas"]["SendContacts"] | components["schemas"]["SendButtons"] | components["schemas"]["SendList"] | components["schemas"]["SendCtaUrl"] | components["schemas"]["SendLocationRequest"] | components["schemas"]["SendTemplate"] | components["schemas"]["SendReaction"];
            /** Format: uuid */
            conversation_id: string;
            direction: components["schemas"]["Direction"];
            /** Format: uuid */
            id: string;
            reply_to: string | null;
            status: components["schemas"]["MessageStatus"];
            /** Format: uuid */
            user_id: string;
        };
        /**
         * QueueView
         * @description A department's queue. The wait is estimated by the last hour's pace; null when nothing was given out in it.
         */
        QueueView: {
            agents_available: number;
            agents_online: number;
            /** Format: uuid */
            department_id: string;
            estimated_wait_seconds: number | null;
            is_open: boolean;
            oldest_waiting_since: string | null;
            waiting: number;
        };
        /**
         * QuotedShown
         * @description The message that another answers; `content` is its JSON with `type`.
         */
        QuotedShown: {
            content: unknown;
            created_at: string;
            direction: components["schemas"]["Direction"];
            /** Format: uuid */
            id: string;
            revoked_at: string | null;
            sender: components["schemas"]["SenderKind"];
            type: string;
        };
        /**
         * RateLimits
         * @description How fast the company's programs and people may call, all together; None is the platform's default.
         */
        RateLimits: {
            /** @default null */
            burst?: number | null;
            /** @default null */
            requests_per_second?: number | null;
        };
        /**
         * RateLimitsRequest
         * @description How fast the company may call, all together; null is the platform's default.
         */
        RateLimitsRequest: {
            burst?: number | null;
            requests_per_second?: number | null;
        };
        /**
         * Reaction
         * @description An emoji on a message; None takes it off.
         */
        Reaction: {
            /** @default null */
            emoji?: string | null;
            target: string;
            /** @enum {unknown} */
            type: "reaction";
        };
        /**
         * ReactionShown
         * @description An emoji on a message; `user_id` is ours who put it, None for the contact and for a phone of ours.
         */
        ReactionShown: {
            at: string;
            emoji: string;
            side: components["schemas"]["domain.conversations.reaction.Side"];
            user_id: string | null;
        };
        /**
         * ReactRequest
         * @description An emoji; null takes it off.
         */
        ReactRequest: {
            emoji: string | null;
        };
        /**
         * Ready
         * @description Whether what we need answers.
         */
        Ready: {
            checks: {
                [key: string]: boolean;
            };
            ready: boolean;
        };
        /**
         * RecordConsent
         * @description Write down that the contact agreed to a purpose (LGPD art. 8), or took it back.
         */
        RecordConsent: {
            /** @enum {unknown} */
            effect: "record_consent";
            granted: boolean;
            id: string;
            purpose: string;
            /** @default  */
            text?: string;
        };
        /**
         * RecoveryCodes
         * @description Ten codes, each good once in the place of the phone; shown now and never again.
         */
        RecoveryCodes: {
            recovery_codes: string[];
        };
        /**
         * RedTest
         * @description A test that was not met: its name, and what was first not as expected (a step counts from zero).
         */
        RedTest: {
            code: string;
            message: string;
            name: string;
            step: number;
            /** @default {} */
            values?: {
                [key: string]: boolean | number | string | unknown[] | {
                    [key: string]: unknown;
                } | null;
            };
        };
        /**
         * Referral
         * @description An advertisement that opens WhatsApp; without a source, any.
         */
        Referral: {
            /** @default null */
            source_id?: string | null;
            /** @enum {unknown} */
            type: "referral";
        };
        /**
         * RefreshSessionRequest
         * @description The newest refresh token.
         */
        RefreshSessionRequest: {
            refresh_token: string;
        };
        /**
         * RegisterCompanyRequest
         * @description A company and its first admin; without `slug` one is made of the company's name.
         */
        RegisterCompanyRequest: {
            company_name: string;
            email: string;
            /** @default pt-BR */
            language?: string;
            name: string;
            password: string;
            /** @default null */
            slug?: string | null;
            /** @default America/Sao_Paulo */
            time_zone?: string;
        };
        /**
         * Regressions
         * @description How many went the same, and those that did not; `version` is the published number, null when nothing runs.
         *
         *         `skipped` could not be played again, or were too many; `kinds` counts the sessions that show each kind.
         */
        Regressions: {
            /** @default 0 */
            compared?: number;
            /** @default {} */
            kinds?: {
                [key: string]: number;
            };
            /** @default 0 */
            same?: number;
            /** @default [] */
            sessions?: components["schemas"]["ChangedSession"][];
            /** @default 0 */
            skipped?: number;
            version: number | null;
        };
        /**
         * Rehearsed
         * @description Every test's outcome in order, those saved beside the flow last; `session` is the real one beside the draft.
         */
        Rehearsed: {
            passed: boolean;
            /** @default null */
            session?: components["schemas"]["Retold"] | null;
            tests: components["schemas"]["RehearsedTest"][];
        };
        /**
         * RehearsedTest
         * @description One test: what was said, what happened node by node, how things stood after each step, and what was otherwise.
         *
         *         `moments` has one for each of the test's steps, in order.
         */
        RehearsedTest: {
            failures: components["schemas"]["FlowTestFailure"][];
            moments: components["schemas"]["Moment"][];
            name: string;
            passed: boolean;
            trace: components["schemas"]["Step"][];
            transcript: components["schemas"]["Line"][];
        };
        /**
         * RehearseFlowRequest
         * @description Conversations to play against a flow's draft: these, the `saved` ones beside it, or a session that really was.
         */
        RehearseFlowRequest: {
            /** @default false */
            saved?: boolean;
            /** @default null */
            session_id?: string | null;
            /** @default [] */
            tests?: components["schemas"]["FlowTestDocument"][];
        };
        /**
         * RenderCannedResponseRequest
         * @description In which conversation it is to be said.
         */
        RenderCannedResponseRequest: {
            /** Format: uuid */
            conversation_id: string;
        };
        /**
         * RenderedResponse
         * @description A canned response as it would be sent; `warnings` name variables that nobody has.
         */
        RenderedResponse: {
            content: components["schemas"]["SendText"] | components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendAudio"] | components["schemas"]["SendVoice"] | components["schemas"]["SendDocument"] | components["schemas"]["SendSticker"] | components["schemas"]["SendLocation"] | components["schemas"]["SendContacts"] | components["schemas"]["SendButtons"] | components["schemas"]["SendList"] | components["schemas"]["SendCtaUrl"] | components["schemas"]["SendLocationRequest"] | components["schemas"]["SendTemplate"] | components["schemas"]["SendReaction"];
            warnings: string[];
        };
        /**
         * ResetPasswordRequest
         * @description What stands after `#token=` in the link, and the new password.
         */
        ResetPasswordRequest: {
            password: string;
            token: string;
        };
        /**
         * ResolveConversationRequest
         * @description How the matter ended, in a word.
         */
        ResolveConversationRequest: {
            /** @default null */
            resolution?: string | null;
        };
        /**
         * Restriction
         * @description Something the account may not do, in the provider's word; without an end it holds until it is lifted.
         */
        Restriction: {
            kind: string;
            /** @default null */
            until?: string | null;
        };
        /**
         * Retold
         * @description A real session beside the draft. `exact`: playing it on its own version gave the very traces that were kept.
         */
        Retold: {
            comparison: components["schemas"]["Comparison"];
            exact: boolean;
        };
        /**
         * Revoke
         * @description The customer took a message of theirs back.
         */
        Revoke: {
            target: string;
            /** @enum {unknown} */
            type: "revoke";
        };
        /**
         * RoleRow
         * @description One role. A built-in one has no id and cannot be changed.
         */
        RoleRow: {
            code: string;
            created_at: string | null;
            description: string;
            id: string | null;
            is_built_in: boolean;
            name: string;
            permissions: string[];
            updated_at: string | null;
            users: number;
            version: number | null;
        };
        /**
         * RuleEvent
         * @description After what a rule is looked at.
         * @enum {unknown}
         */
        RuleEvent: "conversation_assigned" | "conversation_created" | "conversation_rated" | "conversation_reopened" | "conversation_resolved" | "conversation_waiting" | "department_changed" | "message_received" | "priority_changed" | "sla_breached" | "sla_warned" | "tag_added" | "tag_removed";
        /**
         * RunningFlow
         * @description A published flow that a message on the number may start; a higher `priority` goes first.
         */
        RunningFlow: {
            /** Format: uuid */
            id: string;
            is_main: boolean;
            is_of_number: boolean;
            name: string;
            number: number;
            priority: number;
            trigger: components["schemas"]["MessageReceived"] | components["schemas"]["Keyword"] | components["schemas"]["Schedule"] | components["schemas"]["EventHappened"] | components["schemas"]["Referral"] | components["schemas"]["Manual"];
        };
        /**
         * RunOutcome
         * @description What became of a rule after an event.
         * @enum {unknown}
         */
        RunOutcome: "done" | "failed" | "stopped";
        /**
         * RunStatus
         * @description What became of one of a schedule's times.
         * @enum {unknown}
         */
        RunStatus: "done" | "failed" | "missed" | "running";
        /**
         * Schedule
         * @description A time, for an audience. Without a zone it is the company's, without a number the chatbot's.
         */
        Schedule: {
            /**
             * @default {
             *       "segment_id": null,
             *       "filter": null,
             *       "purpose": "marketing"
             *     }
             */
            audience?: components["schemas"]["Audience"];
            cron: string;
            /** @default null */
            time_zone?: string | null;
            /** @enum {unknown} */
            type: "schedule";
            /** @default null */
            whatsapp_config_id?: string | null;
        };
        /**
         * ScheduledMessageRow
         * @description One scheduled message. `content` is its JSON with `type`; `message_id` what it became.
         */
        ScheduledMessageRow: {
            /** Format: uuid */
            contact_id: string;
            contact_name: string | null;
            content: unknown;
            conversation_id: string | null;
            created_at: string;
            created_by: string | null;
            error_code: string | null;
            /** Format: uuid */
            id: string;
            is_by_program: boolean;
            message_id: string | null;
            reply_to: string | null;
            send_at: string;
            state: components["schemas"]["ScheduledState"];
            updated_at: string;
            version: number;
            /** Format: uuid */
            whatsapp_config_id: string;
        };
        /**
         * ScheduledState
         * @description What became of it.
         * @enum {unknown}
         */
        ScheduledState: "cancelled" | "failed" | "scheduled" | "sent";
        /**
         * ScheduleMessageRequest
         * @description A message to somebody at a time: with an offset, or as clocks say in `time_zone`, else where the company is.
         */
        ScheduleMessageRequest: {
            /** @default null */
            contact_id?: string | null;
            content: components["schemas"]["SendText"] | components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendAudio"] | components["schemas"]["SendVoice"] | components["schemas"]["SendDocument"] | components["schemas"]["SendSticker"] | components["schemas"]["SendLocation"] | components["schemas"]["SendContacts"] | components["schemas"]["SendButtons"] | components["schemas"]["SendList"] | components["schemas"]["SendCtaUrl"] | components["schemas"]["SendLocationRequest"] | components["schemas"]["SendTemplate"] | components["schemas"]["SendReaction"];
            /** @default null */
            conversation_id?: string | null;
            /** @default null */
            phone?: string | null;
            /** @default null */
            reply_to?: string | null;
            send_at: string;
            /** @default null */
            time_zone?: string | null;
            /** @default null */
            whatsapp_config_id?: string | null;
        };
        /**
         * ScopeRequest
         * @description To what a policy applies; what names nothing applies to all. Of tags, any one does.
         */
        ScopeRequest: {
            /** @default [] */
            config_ids?: string[];
            /** @default [] */
            department_ids?: string[];
            /** @default [] */
            priorities?: string[];
            /** @default [] */
            tag_ids?: string[];
        };
        /**
         * ScoredEvent
         * @description What a rule can listen to.
         * @enum {unknown}
         */
        ScoredEvent: "conversation_resolved" | "message_received" | "opt_in" | "opt_out" | "tag_added";
        /**
         * SecretRef
         * @description A secret of the company, by its name.
         */
        SecretRef: {
            /** @enum {unknown} */
            kind: "secret";
            name: string;
        };
        /**
         * SecretRow
         * @description A secret by its name: where it may be sent, and when it was last.
         */
        SecretRow: {
            created_at: string;
            hosts: string[];
            /** Format: uuid */
            id: string;
            /** @default null */
            last_used_at?: string | null;
            name: string;
            updated_at: string;
            version: number;
        };
        /**
         * Section
         * @description A titled group of list rows.
         */
        Section: {
            rows: components["schemas"]["Choice"][];
            /** @default  */
            title?: string;
        };
        /**
         * SecurityPolicy
         * @description What the company asks of its people's logins.
         *
         *         `allowed_networks` are CIDR blocks, none means any; `session_hours` is the longest a session lasts without a login.
         */
        SecurityPolicy: {
            /** @default [] */
            allowed_networks?: string[];
            /** @default null */
            session_hours?: number | null;
            /** @default false */
            two_factor_required?: boolean;
        };
        /**
         * SecurityRequest
         * @description What is asked of logins. Your own address must be in `allowed_networks`; a session lasts 1 to 720 hours.
         */
        SecurityRequest: {
            allowed_networks?: string[] | null;
            session_hours?: number | null;
            two_factor_required?: boolean | null;
        };
        /**
         * SegmentPreview
         * @description How many contacts a segment means at this moment, and the first of them.
         */
        SegmentPreview: {
            count: number;
            items: components["schemas"]["ContactRow"][];
        };
        /**
         * SegmentRow
         * @description A stored filter; `filter` is its JSON.
         */
        SegmentRow: {
            created_at: string;
            description: string;
            filter: unknown;
            /** Format: uuid */
            id: string;
            name: string;
            updated_at: string;
            version: number;
        };
        /**
         * SendAudio
         * @description A sound file, at the provider or at a public link.
         */
        SendAudio: {
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "audio";
        };
        /**
         * SendButtons
         * @description Text with one to three reply buttons; above it a `header` in words or a file, never both.
         */
        SendButtons: {
            body: string;
            buttons: components["schemas"]["SendChoice"][];
            /** @default null */
            footer?: string | null;
            /** @default null */
            header?: string | null;
            /** @default null */
            header_media?: (components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendDocument"]) | null;
            /** @enum {unknown} */
            type: "button";
        };
        /**
         * SendCard
         * @description One business card.
         */
        SendCard: {
            /** @default [] */
            emails?: string[];
            /** @default  */
            formatted_name?: string;
            /** @default null */
            organization?: string | null;
            /** @default [] */
            phones?: string[];
            /** @default [] */
            wa_ids?: string[];
        };
        /**
         * SendChoice
         * @description One thing to press; `id` comes back when it is pressed.
         */
        SendChoice: {
            /** @default null */
            description?: string | null;
            id: string;
            title: string;
        };
        /**
         * SendContacts
         * @description Business cards.
         */
        SendContacts: {
            /** @default [] */
            cards?: components["schemas"]["SendCard"][];
            /** @enum {unknown} */
            type: "contacts";
        };
        /**
         * SendCtaUrl
         * @description Text with one button that opens an address.
         */
        SendCtaUrl: {
            body: string;
            display_text: string;
            /** @default null */
            footer?: string | null;
            /** @default null */
            header?: string | null;
            /** @default null */
            header_media?: (components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendDocument"]) | null;
            /** @enum {unknown} */
            type: "cta_url";
            url: string;
        };
        /**
         * SendDocument
         * @description A file, at the provider or at a public link.
         */
        SendDocument: {
            /** @default null */
            caption?: string | null;
            /** @default null */
            filename?: string | null;
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "document";
        };
        /**
         * SenderKind
         * @description Who speaks.
         * @enum {unknown}
         */
        SenderKind: "agent" | "bot" | "campaign" | "contact" | "system";
        /**
         * SendImage
         * @description A picture, at the provider or at a public link.
         */
        SendImage: {
            /** @default null */
            caption?: string | null;
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "image";
        };
        /**
         * SendList
         * @description Text with a menu of up to ten rows behind one button.
         */
        SendList: {
            body: string;
            button: string;
            /** @default null */
            footer?: string | null;
            /** @default null */
            header?: string | null;
            sections: components["schemas"]["SendSection"][];
            /** @enum {unknown} */
            type: "list";
        };
        /**
         * SendLocation
         * @description A place; degrees, WGS 84.
         */
        SendLocation: {
            /** @default null */
            address?: string | null;
            latitude: number;
            longitude: number;
            /** @default null */
            name?: string | null;
            /** @enum {unknown} */
            type: "location";
            /** @default null */
            url?: string | null;
        };
        /**
         * SendLocationRequest
         * @description Text with a button that sends back where the contact is.
         */
        SendLocationRequest: {
            body: string;
            /** @enum {unknown} */
            type: "location_request";
        };
        /**
         * SendMediaRequest
         * @description A file to somebody: one of ours by its id, or at a public link; `type` says as what, for a link always.
         */
        SendMediaRequest: {
            /** @default null */
            caption?: string | null;
            /** @default null */
            contact_id?: string | null;
            /** @default null */
            conversation_id?: string | null;
            /** @default null */
            filename?: string | null;
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            phone?: string | null;
            /** @default null */
            reply_to?: string | null;
            /** @default null */
            type?: components["schemas"]["MediaKind"] | null;
            /** @default null */
            whatsapp_config_id?: string | null;
        };
        /**
         * SendMessage
         * @description Send this to the contact. When it is given up, the session hears EffectFailed with this id.
         */
        SendMessage: {
            content: components["schemas"]["Text"] | components["schemas"]["Image"] | components["schemas"]["Video"] | components["schemas"]["Audio"] | components["schemas"]["Voice"] | components["schemas"]["Document"] | components["schemas"]["Sticker"] | components["schemas"]["Location"] | components["schemas"]["Contacts"] | components["schemas"]["Buttons"] | components["schemas"]["ListMenu"] | components["schemas"]["CtaUrl"] | components["schemas"]["LocationRequest"] | components["schemas"]["Template"] | components["schemas"]["Interactive"] | components["schemas"]["Reaction"] | components["schemas"]["Order"] | components["schemas"]["System"] | components["schemas"]["Edit"] | components["schemas"]["Revoke"] | components["schemas"]["Unsupported"];
            /** @enum {unknown} */
            effect: "send_message";
            id: string;
        };
        /**
         * SendMessageRequest
         * @description A message; `reply_to` quotes another one by the provider's id.
         */
        SendMessageRequest: {
            content: components["schemas"]["SendText"] | components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendAudio"] | components["schemas"]["SendVoice"] | components["schemas"]["SendDocument"] | components["schemas"]["SendSticker"] | components["schemas"]["SendLocation"] | components["schemas"]["SendContacts"] | components["schemas"]["SendButtons"] | components["schemas"]["SendList"] | components["schemas"]["SendCtaUrl"] | components["schemas"]["SendLocationRequest"] | components["schemas"]["SendTemplate"] | components["schemas"]["SendReaction"];
            /** @default null */
            reply_to?: string | null;
        };
        /**
         * SendReaction
         * @description An emoji on a message; null takes it off.
         */
        SendReaction: {
            /** @default null */
            emoji?: string | null;
            target: string;
            /** @enum {unknown} */
            type: "reaction";
        };
        /**
         * SendSection
         * @description A titled group of list rows.
         */
        SendSection: {
            rows: components["schemas"]["SendChoice"][];
            /** @default  */
            title?: string;
        };
        /**
         * SendSticker
         * @description A sticker, at the provider or at a public link.
         */
        SendSticker: {
            /** @default false */
            animated?: boolean;
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "sticker";
        };
        /**
         * SendTemplate
         * @description A message approved by Meta; `components` is Meta's own structure, or `header_media` its header's file.
         */
        SendTemplate: {
            /** @default [] */
            components?: unknown[];
            /** @default null */
            header_media?: (components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendDocument"]) | null;
            language: string;
            name: string;
            /** @default null */
            preview?: string | null;
            /** @enum {unknown} */
            type: "template";
        };
        /**
         * SendTemplateRequest
         * @description A template to somebody: `parameters` in plain words, or `components` in Meta's own structure.
         */
        SendTemplateRequest: {
            /** @default [] */
            components?: unknown[];
            /** @default null */
            contact_id?: string | null;
            /** @default null */
            conversation_id?: string | null;
            /** @default null */
            header_media?: (components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendDocument"]) | null;
            language: string;
            name: string;
            /** @default null */
            parameters?: components["schemas"]["TemplateParameters"] | null;
            /** @default null */
            phone?: string | null;
            /** @default null */
            reply_to?: string | null;
            /** @default null */
            whatsapp_config_id?: string | null;
        };
        /**
         * SendText
         * @description Plain text with WhatsApp's own formatting marks.
         */
        SendText: {
            body: string;
            /** @default false */
            preview_url?: boolean;
            /** @enum {unknown} */
            type: "text";
        };
        /**
         * SendToRequest
         * @description A message to somebody; `reply_to` quotes another one by the provider's id.
         */
        SendToRequest: {
            /** @default null */
            contact_id?: string | null;
            content: components["schemas"]["SendText"] | components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendAudio"] | components["schemas"]["SendVoice"] | components["schemas"]["SendDocument"] | components["schemas"]["SendSticker"] | components["schemas"]["SendLocation"] | components["schemas"]["SendContacts"] | components["schemas"]["SendButtons"] | components["schemas"]["SendList"] | components["schemas"]["SendCtaUrl"] | components["schemas"]["SendLocationRequest"] | components["schemas"]["SendTemplate"] | components["schemas"]["SendReaction"];
            /** @default null */
            conversation_id?: string | null;
            /** @default null */
            phone?: string | null;
            /** @default null */
            reply_to?: string | null;
            /** @default null */
            whatsapp_config_id?: string | null;
        };
        /**
         * SendVideo
         * @description A film, at the provider or at a public link.
         */
        SendVideo: {
            /** @default null */
            caption?: string | null;
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "video";
        };
        /**
         * SendVoice
         * @description A voice note, at the provider or at a public link.
         */
        SendVoice: {
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "voice";
        };
        /**
         * SentMessage
         * @description A message on its way; its status comes by event, or by reading the conversation.
         */
        SentMessage: {
            content: components["schemas"]["SendText"] | components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendAudio"] | components["schemas"]["SendVoice"] | components["schemas"]["SendDocument"] | components["schemas"]["SendSticker"] | components["schemas"]["SendLocation"] | components["schemas"]["SendContacts"] | components["schemas"]["SendButtons"] | components["schemas"]["SendList"] | components["schemas"]["SendCtaUrl"] | components["schemas"]["SendLocationRequest"] | components["schemas"]["SendTemplate"] | components["schemas"]["SendReaction"];
            /** Format: uuid */
            conversation_id: string;
            created_at: string;
            direction: components["schemas"]["Direction"];
            /** Format: uuid */
            id: string;
            reply_to: string | null;
            sender: components["schemas"]["SenderKind"];
            status: components["schemas"]["MessageStatus"];
            user_id: string | null;
            /** Format: uuid */
            whatsapp_config_id: string;
        };
        /**
         * SessionCause
         * @description What began a session.
         * @enum {unknown}
         */
        SessionCause: "campaign" | "event" | "flow" | "manual" | "message" | "rule" | "schedule";
        /**
         * SessionStatus
         * @description Where a session stands; the last five are ends.
         * @enum {unknown}
         */
        SessionStatus: "active" | "awaiting" | "cancelled" | "completed" | "expired" | "failed" | "transferred" | "waiting";
        /**
         * SetBusinessHoursRequest
         * @description What changes; `week` replaces the whole week, a null `time_zone` is the company's.
         */
        SetBusinessHoursRequest: {
            observes_holidays?: boolean;
            time_zone?: string | null;
            week?: components["schemas"]["WeekRequest"];
        };
        /**
         * SetContactTagsRequest
         * @description All tags that it is to have.
         */
        SetContactTagsRequest: {
            tag_ids: string[];
        };
        /**
         * SetFlowTestsRequest
         * @description The whole set of tests, in its order (docs/guides/flows.md, Tests).
         */
        SetFlowTestsRequest: {
            tests: unknown[];
        };
        /**
         * SetMembersRequest
         * @description Everybody who is to be in a department.
         */
        SetMembersRequest: {
            user_ids: string[];
        };
        /**
         * SetMessageStatusRequest
         * @description The one status that can be set.
         */
        SetMessageStatusRequest: {
            /** @enum {unknown} */
            status: "read";
        };
        /**
         * SetSecretRequest
         * @description The value, and the only hosts that it is sent to: names without a scheme, such as `api.example.com`.
         */
        SetSecretRequest: {
            hosts: string[];
            value: string;
        };
        /**
         * SetStatusRequest
         * @description How to be seen by the others.
         */
        SetStatusRequest: {
            status: components["schemas"]["Status"];
        };
        /**
         * SetTagsRequest
         * @description All tags that it has from now on.
         */
        SetTagsRequest: {
            tag_ids: string[];
        };
        /**
         * SetTimer
         * @description Wake the session. Either at `due_at`, or `after` the message of effect `sent_by` was accepted by the provider.
         */
        SetTimer: {
            /** @default null */
            after?: string | null;
            /** @default null */
            due_at?: string | null;
            /** @enum {unknown} */
            effect: "set_timer";
            id: string;
            /** @default null */
            sent_by?: string | null;
        };
        /**
         * Severity
         * @description An error refuses the publish, a warning does not.
         * @enum {unknown}
         */
        Severity: "error" | "warning";
        /**
         * SheetFormat
         * @description How a table is written.
         * @enum {unknown}
         */
        SheetFormat: "csv" | "xlsx";
        /**
         * ShownApiKey
         * @description A key with its text, which nobody is shown again.
         */
        ShownApiKey: {
            created_at: string;
            expires_at: string | null;
            /** Format: uuid */
            id: string;
            key: string;
            last_used_at: string | null;
            name: string;
            prefix: string;
            scopes: string[];
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            user_name: string;
            version: number;
        };
        /**
         * ShownButton
         * @description A button as the customer sees it; `url` is where it leads.
         */
        ShownButton: {
            /** @default null */
            text?: string | null;
            type: string;
            /** @default null */
            url?: string | null;
        };
        /**
         * ShownDay
         * @description A day of the zone, and the openings that begin on it; `holiday` names why it is closed.
         */
        ShownDay: {
            /** Format: date */
            day: string;
            holiday: string | null;
            openings: components["schemas"]["ShownOpening"][];
        };
        /**
         * ShownHours
         * @description The hours that count. They may be the company's (`is_inherited`), or nobody's (`is_set` is false: always open).
         *
         *         `time_zone` is the one that counts; `own_time_zone` is null where that is the company's.
         */
        ShownHours: {
            department_id: string | null;
            is_inherited: boolean;
            is_set: boolean;
            observes_holidays: boolean;
            own_time_zone: string | null;
            time_zone: string;
            version: number;
            week: {
                [key: string]: components["schemas"]["Span"][];
            };
        };
        /**
         * ShownOpening
         * @description From when until when.
         */
        ShownOpening: {
            closes_at: string;
            opens_at: string;
        };
        /**
         * SlaPolicyRow
         * @description A policy; times are in minutes, `applies_to` is JSON.
         */
        SlaPolicyRow: {
            applies_to: unknown;
            created_at: string;
            first_response_minutes: number | null;
            /** Format: uuid */
            id: string;
            is_active: boolean;
            is_business_time: boolean;
            name: string;
            place: number;
            resolution_minutes: number | null;
            updated_at: string;
            version: number;
            warn_at_percent: number;
        };
        /**
         * SnoozeConversationRequest
         * @description Until when; without it, until the contact writes.
         */
        SnoozeConversationRequest: {
            /** @default null */
            until?: string | null;
        };
        /**
         * SocketReport
         * @description All processes together. An operator sees the platform's sums and nobody's people.
         */
        SocketReport: {
            by_channel: {
                [key: string]: number;
            };
            by_user: {
                [key: string]: number;
            };
            dropped: number;
            lag: number;
            processes: number;
            sockets: number;
            tenants: number;
        };
        /**
         * SourceView
         * @description A passage that the model was shown; `is_used` says that the answer names it.
         */
        SourceView: {
            /** Format: uuid */
            document_id: string;
            is_used: boolean;
            number: number;
            text: string;
            title: string;
        };
        /**
         * Span
         * @description From one time (HH:MM) to another; `24:00` is the day's end, and what closes before it opens does so next day.
         */
        Span: {
            closes: string;
            opens: string;
        };
        /**
         * SpanRequest
         * @description From one time (HH:MM) to another; what closes before it opens does so on the next day, 24:00 is the day's end.
         */
        SpanRequest: {
            closes: string;
            opens: string;
        };
        /**
         * SprintRow
         * @description One run of the engine, and what it was told (`stimulus`, JSON; null when the session began with no message).
         */
        SprintRow: {
            at: string;
            number: number;
            stimulus: unknown;
        };
        /**
         * StartCampaign
         * @description Take the contact into a campaign, by name or id.
         */
        StartCampaign: {
            campaign: string;
            /** @enum {unknown} */
            effect: "start_campaign";
            id: string;
        };
        /**
         * Started
         * @description The session that begins in a moment, and with whom; without a conversation it opens one.
         */
        Started: {
            /** Format: uuid */
            contact_id: string;
            conversation_id: string | null;
            /** Format: uuid */
            session_id: string;
        };
        /**
         * StartFlow
         * @description Start another flow in place of this one, without return.
         */
        StartFlow: {
            /** @enum {unknown} */
            effect: "start_flow";
            /** Format: uuid */
            flow_id: string;
            id: string;
            /** @default {} */
            variables?: {
                [key: string]: boolean | number | string | unknown[] | {
                    [key: string]: unknown;
                } | null;
            };
        };
        /**
         * StartFlowRequest
         * @description With whom: exactly one of a conversation, a contact and a phone; the number, where the company has several.
         *
         *         `variables` are added to the flow's own, `replaces` ends the flow that runs in the conversation.
         */
        StartFlowRequest: {
            /** @default null */
            contact_id?: string | null;
            /** @default null */
            conversation_id?: string | null;
            /** @default null */
            phone?: string | null;
            /** @default false */
            replaces?: boolean;
            /** @default {} */
            variables?: {
                [key: string]: boolean | number | string | unknown[] | {
                    [key: string]: unknown;
                } | null;
            };
            /** @default null */
            whatsapp_config_id?: string | null;
        };
        /**
         * Status
         * @description How the others see a person.
         * @enum {unknown}
         */
        Status: "away" | "busy" | "offline" | "online";
        /**
         * Step
         * @description One node's turn: what it did (`event`), which edge was taken and why, the values that decided it.
         *
         *         `version` is that of the flow it stood in, where that is one that the session's first flow jumped to.
         */
        Step: {
            at: string;
            /** @default null */
            edge?: string | null;
            /** @default [] */
            effects?: string[];
            event: string;
            node: string;
            /** @default null */
            reason?: string | null;
            type: string;
            /** @default {} */
            values?: {
                [key: string]: boolean | number | string | unknown[] | {
                    [key: string]: unknown;
                } | null;
            };
            /** @default null */
            version?: string | null;
        };
        /**
         * StepDocument
         * @description One of: the contact says or chooses something, time passes, a send fails, something is expected.
         */
        StepDocument: {
            /** @default null */
            cancel?: string | null;
            /** @default null */
            choose?: string | null;
            /** @default null */
            expect?: components["schemas"]["ExpectationDocument"] | null;
            /** @default null */
            fail?: string | null;
            /** @default null */
            say?: string | null;
            /** @default null */
            send?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            wait?: string | null;
        };
        /**
         * StepRow
         * @description One step: where, what, which way out and why, the values that decided it, and how long after the step before.
         *
         *         `version_id` is of the flow it stood in, where that is one that the session's first flow jumped to.
         */
        StepRow: {
            after_ms: number;
            at: string;
            edge: string | null;
            effects: components["schemas"]["EffectOfStep"][];
            event: string;
            node: string;
            reason: string | null;
            sprint: number;
            type: string;
            values: {
                [key: string]: unknown;
            };
            version_id: string | null;
        };
        /**
         * Sticker
         * @description A sticker.
         */
        Sticker: {
            /** @default false */
            animated?: boolean;
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "sticker";
        };
        /**
         * StoryRow
         * @description One thing that happened. `actor` is user, bot, contact, rule or system; `data` is JSON and says the rest.
         */
        StoryRow: {
            actor: string;
            at: string;
            /** Format: uuid */
            contact_id: string;
            conversation_id: string | null;
            data: unknown;
            /** Format: uuid */
            id: string;
            kind: string;
            user_id: string | null;
        };
        /**
         * Suggestion
         * @description Two that may be one, the older first, and why.
         */
        Suggestion: {
            contacts: components["schemas"]["ContactBrief"][];
            reasons: components["schemas"]["DuplicateReason"][];
        };
        /**
         * Suggestions
         * @description Pairs of contacts that may be one person; people decide.
         */
        Suggestions: {
            items: components["schemas"]["Suggestion"][];
        };
        /**
         * SuspendTenantRequest
         * @description Why, for the next operator who looks.
         */
        SuspendTenantRequest: {
            reason: string;
        };
        /**
         * SyncState
         * @description Where it is.
         * @enum {unknown}
         */
        SyncState: "done" | "failed" | "queued" | "running";
        /**
         * SyncTemplatesRequest
         * @description Whose templates are to be read.
         */
        SyncTemplatesRequest: {
            /** Format: uuid */
            whatsapp_config_id: string;
        };
        /**
         * System
         * @description WhatsApp's own notice, such as a changed number; not the customer speaking.
         */
        System: {
            /** @default null */
            body?: string | null;
            kind: string;
            /** @default null */
            new_user_id?: string | null;
            /** @default null */
            new_wa_id?: string | null;
            /** @default null */
            previous_user_id?: string | null;
            /** @enum {unknown} */
            type: "system";
        };
        /**
         * TagOfContact
         * @description A tag on a contact.
         */
        TagOfContact: {
            color: string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        /**
         * TagRow
         * @description A tag, and how many have it.
         */
        TagRow: {
            color: string;
            contacts: number;
            conversations: number;
            created_at: string;
            description: string;
            /** Format: uuid */
            id: string;
            name: string;
            updated_at: string;
            version: number;
        };
        /**
         * TagShown
         * @description A tag on a conversation.
         */
        TagShown: {
            color: string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        /**
         * Template
         * @description A message approved by Meta. `components` is Meta's own structure; `preview` the text as it will read.
         *
         *         `header_media` is the file of its header where that is one of ours; then `components` has no header.
         */
        Template: {
            /** @default [] */
            components?: unknown[];
            /** @default null */
            header_media?: (components["schemas"]["Image"] | components["schemas"]["Video"] | components["schemas"]["Document"]) | null;
            language: string;
            name: string;
            /** @default null */
            preview?: string | null;
            /** @enum {unknown} */
            type: "template";
        };
        /**
         * TemplateCategory
         * @description What a template is for, which decides its price. `other` is a word of Meta's that nobody here knows.
         * @enum {unknown}
         */
        TemplateCategory: "authentication" | "marketing" | "other" | "utility";
        /**
         * TemplateParameters
         * @description What the gaps are filled with: the text's in order, or by name.
         */
        TemplateParameters: {
            /** @default [] */
            body?: string[] | {
                [key: string]: string;
            };
            /** @default [] */
            buttons?: components["schemas"]["ButtonParameter"][];
            /** @default null */
            header?: string | null;
        };
        /**
         * TemplatePreview
         * @description What the customer will read; with `errors` it could not be sent so.
         */
        TemplatePreview: {
            body: string;
            buttons: components["schemas"]["ShownButton"][];
            errors: components["schemas"]["ErrorDetail"][];
            footer: string | null;
            header: string | null;
            header_media: string | null;
            text: string;
        };
        /**
         * TemplateQuality
         * @description How customers take it.
         * @enum {unknown}
         */
        TemplateQuality: "green" | "red" | "unknown" | "yellow";
        /**
         * TemplateRow
         * @description One template; `components` is Meta's JSON. One that Meta has no more stays, as `deleted`.
         */
        TemplateRow: {
            category: components["schemas"]["TemplateCategory"];
            components: unknown;
            created_at: string;
            /** Format: uuid */
            id: string;
            language: string;
            name: string;
            parameter_format: components["schemas"]["ParameterFormat"];
            provider_id: string | null;
            quality: components["schemas"]["TemplateQuality"];
            rejected_reason: string | null;
            status: components["schemas"]["TemplateStatus"];
            synced_at: string | null;
            updated_at: string;
            version: number;
            /** Format: uuid */
            whatsapp_config_id: string;
        };
        /**
         * TemplateStatus
         * @description Whether a template may be sent, and why not. `other` is a word of Meta's that nobody here knows.
         * @enum {unknown}
         */
        TemplateStatus: "approved" | "archived" | "deleted" | "disabled" | "in_appeal" | "limit_exceeded" | "other" | "paused" | "pending" | "pending_deletion" | "rejected";
        /**
         * TemplateSync
         * @description One reading: how many templates the provider has so far, how many of them were new or other, how many are gone.
         *
         *         `error` is why it failed, as `code: words`.
         */
        TemplateSync: {
            /** @default 0 */
            changed?: number;
            /** @default 0 */
            deleted?: number;
            /** @default null */
            error?: string | null;
            /** @default null */
            finished_at?: string | null;
            /** @default 0 */
            found?: number;
            ordered_at: string;
            /** @default null */
            started_at?: string | null;
            state: components["schemas"]["SyncState"];
            /** Format: uuid */
            whatsapp_config_id: string;
        };
        /**
         * TenantDetail
         * @description A company with the limits that are set over its plan's, and what it decides for itself.
         */
        TenantDetail: {
            created_at: string;
            deleted_at: string | null;
            domain: string | null;
            /** Format: uuid */
            id: string;
            isolation: components["schemas"]["Isolation"];
            language: string;
            limits: {
                [key: string]: number | null;
            };
            name: string;
            next_payment_on: string | null;
            plan: string;
            settings: components["schemas"]["TenantSettings"];
            slug: string;
            status: components["schemas"]["TenantStatus"];
            status_reason: string | null;
            time_zone: string;
            trial_ends_at: string | null;
            updated_at: string;
            version: number;
        };
        /**
         * TenantRow
         * @description A company.
         */
        TenantRow: {
            created_at: string;
            deleted_at: string | null;
            domain: string | null;
            /** Format: uuid */
            id: string;
            isolation: components["schemas"]["Isolation"];
            language: string;
            name: string;
            next_payment_on: string | null;
            plan: string;
            slug: string;
            status: components["schemas"]["TenantStatus"];
            status_reason: string | null;
            time_zone: string;
            trial_ends_at: string | null;
            updated_at: string;
            version: number;
        };
        /**
         * TenantSettings
         * @description A company's own settings. `currency` is ISO 4217; `dashboard_origins` may call the API from a browser.
         *
         *         Who is away or gone for `return_after_minutes` keeps no unanswered conversations. A contact comes to their last
         *         agent again within `sticky_agent_days`; 0 is never. `holiday_region` is whose public holidays are observed.
         */
        TenantSettings: {
            /** @default 10 */
            away_after_minutes?: number;
            /**
             * @default {
             *       "name": null,
             *       "logo_url": null,
             *       "primary_color": null,
             *       "secondary_color": null
             *     }
             */
            branding?: components["schemas"]["Branding"];
            /** @default BRL */
            currency?: string;
            /** @default [] */
            dashboard_origins?: string[];
            /** @default BR */
            holiday_region?: string;
            /**
             * @default {
             *       "requests_per_second": null,
             *       "burst": null
             *     }
             */
            rate_limits?: components["schemas"]["RateLimits"];
            /** @default 15 */
            return_after_minutes?: number;
            /**
             * @default {
             *       "two_factor_required": false,
             *       "allowed_networks": [],
             *       "session_hours": null
             *     }
             */
            security?: components["schemas"]["SecurityPolicy"];
            /** @default 7 */
            sticky_agent_days?: number;
        };
        /**
         * TenantStatus
         * @description What a tenant may do; a suspended one's webhooks are still kept.
         * @enum {unknown}
         */
        TenantStatus: "active" | "cancelled" | "suspended" | "trial";
        /**
         * Text
         * @description Plain text with WhatsApp's own formatting marks.
         */
        Text: {
            body: string;
            /** @default false */
            preview_url?: boolean;
            /** @enum {unknown} */
            type: "text";
        };
        /**
         * TextsRequest
         * @description A text a language; null brings ours back.
         */
        TextsRequest: {
            en?: string | null;
            "pt-BR"?: string | null;
        };
        /**
         * Ticket
         * @description A single-use admission to the WebSocket.
         */
        Ticket: {
            expires_in: number;
            ticket: string;
        };
        /**
         * TimelineRow
         * @description Something that happened; `data` is JSON and says the rest.
         */
        TimelineRow: {
            actor: string;
            at: string;
            /** Format: uuid */
            contact_id: string;
            conversation_id: string | null;
            data: unknown;
            /** Format: uuid */
            id: string;
            kind: string;
            user_id: string | null;
        };
        /**
         * TimerRow
         * @description A time at which the session will be woken; without `due_at` it counts from when the message is accepted.
         */
        TimerRow: {
            due_at: string | null;
            effect_id: string;
            sent_by: string | null;
        };
        /**
         * Totals
         * @description How many sessions began, and how they stand.
         */
        Totals: {
            cancelled: components["schemas"]["Count"];
            completed: components["schemas"]["Count"];
            expired: components["schemas"]["Count"];
            failed: components["schemas"]["Count"];
            in_progress: components["schemas"]["Count"];
            started: components["schemas"]["Count"];
            transferred: components["schemas"]["Count"];
        };
        /**
         * Transfer
         * @description Hand the conversation to people: to a department (by name or id) or the default queue.
         *
         *         `summary` is what was asked and answered in the session.
         */
        Transfer: {
            /** @default null */
            department?: string | null;
            /** @enum {unknown} */
            effect: "transfer";
            id: string;
            /** @default null */
            reason?: string | null;
            /** @default [] */
            summary?: components["schemas"]["Answer"][];
            /** @default null */
            user?: string | null;
        };
        /**
         * TransferConversationRequest
         * @description One of a person, a department, and the bot; and why.
         */
        TransferConversationRequest: {
            /** @default null */
            department_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default false */
            to_bot?: boolean;
            /** @default null */
            user_id?: string | null;
        };
        /**
         * TransferRow
         * @description One change of hands.
         */
        TransferRow: {
            actor: string;
            at: string;
            from_bot: boolean;
            from_department: string | null;
            from_user: string | null;
            /** Format: uuid */
            id: string;
            reason: string | null;
            to_bot: boolean;
            to_department: string | null;
            to_user: string | null;
            user_id: string | null;
        };
        /**
         * TrialView
         * @description What a flow would get; it was counted as a flow's question is.
         */
        TrialView: {
            answer: string;
            hand_over: boolean;
            input_tokens: number;
            output_tokens: number;
            sources: components["schemas"]["SourceView"][];
            sure: boolean;
        };
        /**
         * TryAiRequest
         * @description A question as a flow would ask it; `knowledge_base` by name or id.
         */
        TryAiRequest: {
            /** @default false */
            can_hand_over?: boolean;
            /** @default null */
            knowledge_base?: string | null;
            /** @default 400 */
            max_tokens?: number;
            /** @default null */
            model?: string | null;
            /** @default false */
            only_sources?: boolean;
            /** @default  */
            prompt?: string;
            question: string;
        };
        /**
         * TwoFactorChallenge
         * @description The password was right; send this within `expires_in` seconds with a code of the second factor.
         */
        TwoFactorChallenge: {
            challenge: string;
            expires_in: number;
            /** @default true */
            two_factor_required?: boolean;
        };
        /**
         * TwoFactorSetup
         * @description What an authenticator app needs, shown once: the address as a QR code, or the secret typed in.
         */
        TwoFactorSetup: {
            otpauth_url: string;
            secret: string;
        };
        /**
         * TypingRequest
         * @description They began, or stopped.
         */
        TypingRequest: {
            /** @default true */
            on?: boolean;
        };
        /**
         * Unsupported
         * @description Something that the provider cannot pass on, or that this version does not know.
         *
         *         `kind` is the provider's word for it; `code` and `detail` its reason; `raw` what arrived, for later versions.
         */
        Unsupported: {
            /** @default null */
            code?: number | null;
            /** @default null */
            detail?: string | null;
            /** @default null */
            kind?: string | null;
            raw?: unknown;
            /** @enum {unknown} */
            type: "unsupported";
        };
        /**
         * UpdateAiSettingsRequest
         * @description What changes. Money is an amount such as `2.50`; prices are of a million tokens; a cap that is null is none.
         */
        UpdateAiSettingsRequest: {
            api_key?: string | null;
            base_url?: string | null;
            currency?: string;
            embedding_model?: string | null;
            input_price?: string;
            model?: string;
            monthly_cost?: string | null;
            monthly_tokens?: number | null;
            output_price?: string;
            provider?: components["schemas"]["Provider"];
        };
        /**
         * UpdateAutomationRuleRequest
         * @description What changes; null conditions are none.
         */
        UpdateAutomationRuleRequest: {
            actions?: unknown;
            conditions?: unknown;
            event?: components["schemas"]["RuleEvent"];
            is_active?: boolean;
            name?: string;
            place?: number;
        };
        /**
         * UpdateBotTextRequest
         * @description What changes of an automatic text.
         */
        UpdateBotTextRequest: {
            is_enabled?: boolean;
            texts?: components["schemas"]["TextsRequest"];
        };
        /**
         * UpdateCannedResponseRequest
         * @description What changes of a canned response; a null department is everybody's.
         */
        UpdateCannedResponseRequest: {
            content?: components["schemas"]["SendText"] | components["schemas"]["SendImage"] | components["schemas"]["SendVideo"] | components["schemas"]["SendAudio"] | components["schemas"]["SendVoice"] | components["schemas"]["SendDocument"] | components["schemas"]["SendSticker"] | components["schemas"]["SendLocation"] | components["schemas"]["SendContacts"] | components["schemas"]["SendButtons"] | components["schemas"]["SendList"] | components["schemas"]["SendCtaUrl"] | components["schemas"]["SendLocationRequest"] | components["schemas"]["SendTemplate"] | components["schemas"]["SendReaction"];
            department_id?: string | null;
            shortcut?: string;
            title?: string;
        };
        /**
         * UpdateChatbotRequest
         * @description What changes; `variables` are replaced as a whole. Null takes the description, variables or main flow away.
         */
        UpdateChatbotRequest: {
            description?: string | null;
            main_flow_id?: string | null;
            name?: string;
            variables?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * UpdateConfigRequest
         * @description What changes. Null takes a limit or the chatbot away; a secret that is absent stays.
         */
        UpdateConfigRequest: {
            access_token?: string;
            api_url?: string;
            app_secret?: string;
            business_account_id?: string;
            chatbot_id?: string | null;
            daily_limit?: number | null;
            messages_per_second?: number | null;
            name?: string;
            phone_number?: string;
            phone_number_id?: string;
            rate_limit_per_minute?: number | null;
            webhook_verify_token?: string;
        };
        /**
         * UpdateContactFieldRequest
         * @description What changes; null options are none. The key never changes.
         */
        UpdateContactFieldRequest: {
            is_required?: boolean;
            label?: string;
            options?: string[] | null;
            place?: number | null;
            type?: components["schemas"]["FieldType"];
        };
        /**
         * UpdateContactRequest
         * @description What changes. Of `attributes` the keys that are there: a null takes the value away.
         */
        UpdateContactRequest: {
            attributes?: {
                [key: string]: unknown;
            };
            email?: string | null;
            language?: string | null;
            lifecycle_stage?: components["schemas"]["LifecycleStage"] | null;
            name?: string | null;
            phone?: string | null;
            time_zone?: string | null;
        };
        /**
         * UpdateConversationRequest
         * @description What changes. A null priority is the usual one; of the details a null one is taken away.
         */
        UpdateConversationRequest: {
            department_id?: string | null;
            metadata?: {
                [key: string]: string | number | boolean | null;
            };
            priority?: components["schemas"]["Priority"] | null;
        };
        /**
         * UpdateDepartmentRequest
         * @description What changes of a team; `is_default` can be given, and is lost by giving it to another one.
         */
        UpdateDepartmentRequest: {
            assignment?: components["schemas"]["Assignment"];
            assigns_out_of_hours?: boolean;
            description?: string | null;
            is_default?: boolean;
            name?: string;
        };
        /**
         * UpdateFlowRequest
         * @description What changes. A null priority is the default one again; a flow is never without document and name.
         *
         *         A null chatbot takes it out of its chatbot.
         */
        UpdateFlowRequest: {
            chatbot_id?: string | null;
            description?: string | null;
            document?: unknown;
            name?: string;
            priority?: number | null;
        };
        /**
         * UpdateKnowledgeBaseRequest
         * @description What changes of a base.
         */
        UpdateKnowledgeBaseRequest: {
            description?: string;
            name?: string;
        };
        /**
         * UpdateLeadScoreRuleRequest
         * @description What changes; null conditions are none.
         */
        UpdateLeadScoreRuleRequest: {
            conditions?: unknown;
            event?: components["schemas"]["ScoredEvent"];
            is_active?: boolean;
            name?: string;
            points?: number;
        };
        /**
         * UpdateMeRequest
         * @description What to change. `avatar` is a PNG, JPEG or WebP in base64, at most 256 KiB; null takes the picture away.
         */
        UpdateMeRequest: {
            avatar?: string | null;
            language?: string;
            name?: string;
            notifications?: {
                [key: string]: boolean;
            };
        };
        /**
         * UpdateRoleRequest
         * @description What changes of a role; null permissions are none.
         */
        UpdateRoleRequest: {
            description?: string | null;
            name?: string;
            permissions?: string[] | null;
        };
        /**
         * UpdateSegmentRequest
         * @description What changes.
         */
        UpdateSegmentRequest: {
            description?: string | null;
            filter?: unknown;
            name?: string;
        };
        /**
         * UpdateSettingsRequest
         * @description What changes; null is as it was at first.
         */
        UpdateSettingsRequest: {
            away_after_minutes?: number | null;
            branding?: components["schemas"]["BrandingRequest"] | null;
            currency?: string | null;
            dashboard_origins?: string[] | null;
            holiday_region?: string | null;
            language?: string;
            name?: string;
            rate_limits?: components["schemas"]["RateLimitsRequest"] | null;
            return_after_minutes?: number | null;
            security?: components["schemas"]["SecurityRequest"] | null;
            sticky_agent_days?: number | null;
            time_zone?: string;
        };
        /**
         * UpdateSlaPolicyRequest
         * @description What changes; null minutes promise nothing, `applies_to` is replaced as a whole.
         */
        UpdateSlaPolicyRequest: {
            applies_to?: components["schemas"]["ScopeRequest"];
            first_response_minutes?: number | null;
            is_active?: boolean;
            is_business_time?: boolean;
            name?: string;
            place?: number;
            resolution_minutes?: number | null;
            warn_at_percent?: number;
        };
        /**
         * UpdateTagRequest
         * @description What changes; a null colour is one of the palette, which the name decides.
         */
        UpdateTagRequest: {
            color?: string | null;
            description?: string | null;
            name?: string;
        };
        /**
         * UpdateTenantRequest
         * @description What changes. `limits` replace all that were set over the plan's; null leaves the plan's.
         */
        UpdateTenantRequest: {
            domain?: string | null;
            language?: string;
            limits?: {
                [key: string]: number | null;
            } | null;
            name?: string;
            next_payment_on?: string | null;
            slug?: string;
            time_zone?: string;
        };
        /**
         * UpdateUserRequest
         * @description What changes of a person.
         */
        UpdateUserRequest: {
            capacity?: number | null;
            department_ids?: string[] | null;
            /** @enum {unknown} */
            language?: "en" | "pt-BR";
            name?: string;
            role?: string;
        };
        /**
         * Usage
         * @description The plan, and all counts: messages of this month in the company's time zone, all else as it is now.
         */
        Usage: {
            metrics: components["schemas"]["MetricUsage"][];
            plan: string;
            /** Format: uuid */
            tenant_id: string;
        };
        /**
         * UserRow
         * @description One user. `capacity` is how many conversations they can have at once.
         */
        UserRow: {
            capacity: number;
            created_at: string;
            department_ids: string[];
            email: string;
            email_verified_at: string | null;
            has_avatar: boolean;
            has_two_factor: boolean;
            /** Format: uuid */
            id: string;
            is_active: boolean;
            language: string;
            last_login_at: string | null;
            name: string;
            role: string;
            updated_at: string;
            version: number;
        };
        /**
         * UserState
         * @description Whether a user can log in.
         * @enum {unknown}
         */
        UserState: "active" | "inactive";
        /**
         * Variant
         * @description Which of a file's pictures: itself, or the small one.
         * @enum {unknown}
         */
        Variant: "file" | "thumbnail";
        /**
         * Verification
         * @description What was found: `checked` entries, up to number `until` with `hash`, each follow from the one before.
         *
         *         `broken` is the first number that does not. With `complete` the end was reached, and is where it should be; what
         *         is neither broken nor complete is to be asked for again with `after` = `until`.
         */
        Verification: {
            /** @default null */
            broken?: components["schemas"]["Break"] | null;
            checked: number;
            complete: boolean;
            hash: string;
            ok: boolean;
            until: number;
        };
        /**
         * VerifyEmailRequest
         * @description What stands after `#token=` in the link.
         */
        VerifyEmailRequest: {
            token: string;
        };
        /**
         * VerifySecondFactorRequest
         * @description The challenge of the login, and a code of the phone or a recovery code.
         */
        VerifySecondFactorRequest: {
            challenge: string;
            code: string;
        };
        /**
         * Version
         * @description Which version runs.
         */
        Version: {
            version: string;
        };
        /**
         * VersionTotals
         * @description The same of one version.
         */
        VersionTotals: {
            cancelled: components["schemas"]["Count"];
            completed: components["schemas"]["Count"];
            expired: components["schemas"]["Count"];
            failed: components["schemas"]["Count"];
            in_progress: components["schemas"]["Count"];
            started: components["schemas"]["Count"];
            transferred: components["schemas"]["Count"];
            version: number;
        };
        /**
         * Video
         * @description A film.
         */
        Video: {
            /** @default null */
            caption?: string | null;
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "video";
        };
        /**
         * Voice
         * @description A voice note recorded in the app.
         */
        Voice: {
            /** @default null */
            link?: string | null;
            /** @default null */
            media_id?: string | null;
            /** @default null */
            mime_type?: string | null;
            /** @default null */
            provider_media_id?: string | null;
            /** @default null */
            sha256?: string | null;
            /** @enum {unknown} */
            type: "voice";
        };
        /**
         * Weekday
         * @description The days, in the order of `date.weekday()`.
         * @enum {unknown}
         */
        Weekday: "friday" | "monday" | "saturday" | "sunday" | "thursday" | "tuesday" | "wednesday";
        /**
         * WeekRequest
         * @description The spans of each day; a day without any is closed.
         */
        WeekRequest: {
            /** @default [] */
            friday?: components["schemas"]["SpanRequest"][];
            /** @default [] */
            monday?: components["schemas"]["SpanRequest"][];
            /** @default [] */
            saturday?: components["schemas"]["SpanRequest"][];
            /** @default [] */
            sunday?: components["schemas"]["SpanRequest"][];
            /** @default [] */
            thursday?: components["schemas"]["SpanRequest"][];
            /** @default [] */
            tuesday?: components["schemas"]["SpanRequest"][];
            /** @default [] */
            wednesday?: components["schemas"]["SpanRequest"][];
        };
        /**
         * WhatsAppConfigView
         * @description A number. Of a secret only whether it is there; null where it is not.
         */
        WhatsAppConfigView: {
            access_token: string | null;
            api_type: components["schemas"]["ApiType"];
            api_url: string | null;
            app_secret: string | null;
            business_account_id: string;
            chatbot_id: string | null;
            connection: components["schemas"]["ConnectionState"];
            created_at: string;
            daily_limit: number | null;
            /** Format: uuid */
            id: string;
            is_active: boolean;
            messages_per_second: number;
            messaging_tier: string | null;
            name: string;
            pause_reason: string | null;
            paused_until: string | null;
            phone_number: string;
            phone_number_id: string;
            quality_rating: string;
            rate_limit_per_minute: number | null;
            throughput_level: string | null;
            updated_at: string;
            verified_name: string | null;
            version: number;
            webhook_verify_token: string | null;
        };
        /**
         * WindowState
         * @description Whether free-form messages may be sent: yes, for less than two hours, or no.
         * @enum {unknown}
         */
        WindowState: "closed" | "closing" | "open";
        /**
         * Words
         * @description A text in each language that people see.
         */
        Words: {
            en: string;
            "pt-BR": string;
        };
        /**
         * WriteContactNoteRequest
         * @description What the others should know.
         */
        WriteContactNoteRequest: {
            body: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    GetSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    GetAiSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiSettingsView"];
                };
            };
        };
    };
    UpdateAiSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAiSettingsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiSettingsView"];
                };
            };
        };
    };
    TryAi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryAiRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialView"];
                };
            };
        };
    };
    ShowAiUsage: {
        parameters: {
            query?: {
                /** @description A month (UTC), such as 2026-08; this one without. */
                month?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiUsageView"];
                };
            };
        };
    };
    ListApiHosts: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Only those that failed the last time. */
                is_failing?: boolean | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of host, failures_in_a_row, last_failure_at, last_success_at. */
                sort?: "host" | "failures_in_a_row" | "last_failure_at" | "last_success_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ApiHostRow_"];
                };
            };
        };
    };
    ListApiKeys: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of created_at, name, expires_at, last_used_at. */
                sort?: "created_at" | "name" | "expires_at" | "last_used_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ApiKeyRow_"];
                };
            };
        };
    };
    CreateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownApiKey"];
                };
            };
        };
    };
    RevokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                api_key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RotateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                api_key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownApiKey"];
                };
            };
        };
    };
    ListAudit: {
        parameters: {
            query?: {
                /** @description What was done. */
                action?: components["schemas"]["AuditAction"] | null;
                /** @description By this API key. */
                api_key_id?: string | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Not before this time. */
                since?: string | null;
                /** @description One of at. */
                sort?: "at";
                /** @description To this thing. */
                subject_id?: string | null;
                /** @description To a thing of this kind, such as `user`. */
                subject_type?: string | null;
                /** @description Before this time. */
                until?: string | null;
                /** @description By this user, API keys included. */
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditRow_"];
                };
            };
        };
    };
    ExportAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportAuditRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    VerifyAudit: {
        parameters: {
            query?: {
                /** @description Begin behind the entry with this number. */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
        };
    };
    DisableTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisableTwoFactorRequest"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    EnableTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    RenewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    SetUpTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TwoFactorSetup"];
                };
            };
        };
    };
    VerifySecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifySecondFactorRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
        };
    };
    AcceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
        };
    };
    ChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ForgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPasswordRequest"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    LogIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogInRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"] | components["schemas"]["TwoFactorChallenge"];
                };
            };
        };
    };
    LogOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    UpdateMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    RefreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshSessionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
        };
    };
    RegisterCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterCompanyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
        };
    };
    ResendVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ResetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordRequest"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListSessions: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description One of created_at, last_seen_at. */
                sort?: "created_at" | "last_seen_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MySession_"];
                };
            };
        };
    };
    EndSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    VerifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmailRequest"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListAutomationRules: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description After this event. */
                event?: components["schemas"]["RuleEvent"] | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of place, name, event, created_at. */
                sort?: "place" | "name" | "event" | "created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AutomationRuleRow_"];
                };
            };
        };
    };
    AddAutomationRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAutomationRuleRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationRuleRow"];
                };
            };
        };
    };
    GetAutomationRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationRuleRow"];
                };
            };
        };
    };
    UpdateAutomationRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAutomationRuleRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationRuleRow"];
                };
            };
        };
    };
    DeleteAutomationRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DryRunRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRuns"];
                };
            };
        };
    };
    ListAutomationRuns: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description With this outcome. */
                outcome?: components["schemas"]["RunOutcome"] | null;
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
            };
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AutomationRunRow_"];
                };
            };
        };
    };
    ListBotTexts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotConfig"];
                };
            };
        };
    };
    UpdateBotText: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateBotTextRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotTextView"];
                };
            };
        };
    };
    ListBotFlows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotFlows"];
                };
            };
        };
    };
    GetBusinessHours: {
        parameters: {
            query?: {
                /** @description Those of this department; else the company's. */
                department_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownHours"];
                };
            };
        };
    };
    SetBusinessHours: {
        parameters: {
            query?: {
                /** @description Those of this department; else the company's. */
                department_id?: string | null;
            };
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetBusinessHoursRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownHours"];
                };
            };
        };
    };
    RemoveBusinessHours: {
        parameters: {
            query?: {
                /** @description Those of this department; else the company's. */
                department_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PreviewHours: {
        parameters: {
            query?: {
                /** @description How many days, today included. */
                days?: number;
                /** @description Those of this department; else the company's. */
                department_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoursPreview"];
                };
            };
        };
    };
    ListCannedResponses: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Of this department. */
                department_id?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of shortcut, title, created_at. */
                sort?: "shortcut" | "title" | "created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CannedResponseRow_"];
                };
            };
        };
    };
    AddCannedResponse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCannedResponseRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedResponseRow"];
                };
            };
        };
    };
    GetCannedResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                response_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedResponseRow"];
                };
            };
        };
    };
    UpdateCannedResponse: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                response_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCannedResponseRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedResponseRow"];
                };
            };
        };
    };
    DeleteCannedResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                response_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RenderCannedResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                response_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenderCannedResponseRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenderedResponse"];
                };
            };
        };
    };
    ListChatbots: {
        parameters: {
            query?: {
                /** @description That are on, or that are off. */
                active?: boolean | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of created_at, name, updated_at. */
                sort?: "created_at" | "name" | "updated_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ChatbotRow_"];
                };
            };
        };
    };
    CreateChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateChatbotRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotDetail"];
                };
            };
        };
    };
    GetChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatbot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotDetail"];
                };
            };
        };
    };
    UpdateChatbot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                chatbot_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateChatbotRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotDetail"];
                };
            };
        };
    };
    DeleteChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatbot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ActivateChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatbot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotDetail"];
                };
            };
        };
    };
    DeactivateChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatbot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotDetail"];
                };
            };
        };
    };
    DuplicateChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatbot_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DuplicateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotDetail"];
                };
            };
        };
    };
    ListChatbotFlows: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description That run, or that do not. */
                published?: boolean | null;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of created_at, updated_at, name, priority. */
                sort?: "created_at" | "updated_at" | "name" | "priority";
            };
            header?: never;
            path: {
                chatbot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FlowRow_"];
                };
            };
        };
    };
    CreateChatbotFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatbot_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateChatbotFlowRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
        };
    };
    ShowChatbotStats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatbot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotStats"];
                };
            };
        };
    };
    ListContactFields: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description One of place. */
                sort?: "place";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ContactFieldRow_"];
                };
            };
        };
    };
    AddContactField: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddContactFieldRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactFieldRow"];
                };
            };
        };
    };
    GetContactField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactFieldRow"];
                };
            };
        };
    };
    UpdateContactField: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                field_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateContactFieldRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactFieldRow"];
                };
            };
        };
    };
    DeleteContactField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListContacts: {
        parameters: {
            query?: {
                /** @description Blocked, or not. */
                blocked?: boolean | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description In this stage. */
                lifecycle?: components["schemas"]["LifecycleStage"] | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description In this segment. */
                segment?: string | null;
                /** @description One of created_at, name, last_seen_at, lead_score. */
                sort?: "created_at" | "name" | "last_seen_at" | "lead_score";
                /** @description With this tag. */
                tag?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ContactRow_"];
                };
            };
        };
    };
    CreateContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateContactRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
        };
    };
    GetContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
        };
    };
    UpdateContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateContactRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
        };
    };
    DeleteContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    BlockContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
        };
    };
    ListContactConversations: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Of contact, messages, tags, assignee, sla, by commas. */
                expand?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description One of last_message_at, created_at, waiting_since, priority. */
                sort?: "last_message_at" | "created_at" | "waiting_since" | "priority";
            };
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ConversationRow_"];
                };
            };
        };
    };
    MergeContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeContactsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
        };
    };
    UndoMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
        };
    };
    ListContactNotes: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
            };
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NoteRow_"];
                };
            };
        };
    };
    WriteContactNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteContactNoteRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteRow"];
                };
            };
        };
    };
    OptIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptInRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
        };
    };
    OptOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
        };
    };
    SetContactTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetContactTagsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
        };
    };
    ListContactTimeline: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
            };
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TimelineRow_"];
                };
            };
        };
    };
    UnblockContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
        };
    };
    ListDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
        };
    };
    ExportContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportContactsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportView"];
                };
            };
        };
    };
    GetContactExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportView"];
                };
            };
        };
    };
    DownloadContactExport: {
        parameters: {
            query: {
                /** @description As the address says. */
                expires: number;
                /** @description As the address says. */
                signature: string;
                /** @description As the address says. */
                tenant: string;
            };
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    ImportContacts: {
        parameters: {
            query?: {
                /** @description Write nothing: show what would become of it. */
                dry_run?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
        };
    };
    ListContactImports: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ImportRow_"];
                };
            };
        };
    };
    GetContactImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
        };
    };
    CancelContactImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
        };
    };
    ListContactImportErrors: {
        parameters: {
            query?: {
                /** @description The row to go on behind. */
                after?: number;
            };
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportErrors"];
                };
            };
        };
    };
    DownloadContactImportErrors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
        };
    };
    ListConversations: {
        parameters: {
            query?: {
                /** @description `me`, `none`, or a user's id. */
                assigned_to?: string | null;
                /** @description On this number. */
                config?: string | null;
                /** @description With this contact. */
                contact?: string | null;
                /** @description Begun at this time or later. */
                created_since?: string | null;
                /** @description Begun before this time. */
                created_until?: string | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description `mine`, `none`, or a department's id. */
                department?: string | null;
                /** @description Of contact, messages, tags, assignee, sla, by commas. */
                expand?: string | null;
                /** @description Answered by these. */
                handler?: components["schemas"]["Handler"] | null;
                /** @description With a message at this time or later. */
                last_message_since?: string | null;
                /** @description Without a message since this time. */
                last_message_until?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description `me`: in whose notes you are named. */
                mentioned?: string | null;
                /** @description That need a person, or do not. */
                needs_attention?: boolean | null;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Of one of these priorities, by commas. */
                priority?: string | null;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description That sleep now, or do not. */
                snoozed?: boolean | null;
                /** @description One of last_message_at, created_at, waiting_since, priority. */
                sort?: "last_message_at" | "created_at" | "waiting_since" | "priority";
                /** @description In one of these states, by commas. */
                status?: string | null;
                /** @description A tag's id or name. */
                tag?: string | null;
                /** @description With, or without, messages that you have not seen. */
                unread?: boolean | null;
                /** @description Whose service window is open, ends in 2 h, or is over. */
                window?: components["schemas"]["WindowState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ConversationRow_"];
                };
            };
        };
    };
    OpenConversation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenConversationRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    GetConversation: {
        parameters: {
            query?: {
                /** @description Of contact, messages, tags, assignee, sla, by commas. */
                expand?: string | null;
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    UpdateConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateConversationRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    ArchiveConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    AssignConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignConversationRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    CloseConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResolveConversationRequest"] | null;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    GetDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    KeepDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepDraftRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    ListMessages: {
        parameters: {
            query?: {
                /** @description Newer than this message; with `order=asc` a thread goes on. */
                after?: string | null;
                /** @description Older than this message. */
                before?: string | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Received, or sent. */
                direction?: components["schemas"]["Direction"] | null;
                /** @description With a file that was not taken back. */
                has?: components["schemas"]["Has"] | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description One of created_at. */
                sort?: "created_at";
                /** @description In this state. */
                status?: components["schemas"]["MessageStatus"] | null;
                /** @description Of this kind. */
                type?: string | null;
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MessageRow_"];
                };
            };
        };
    };
    SendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessageRequest"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedMessage"];
                };
            };
        };
    };
    ListNotes: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description One of created_at. */
                sort?: "created_at";
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ConversationNoteRow_"];
                };
            };
        };
    };
    AddNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddNoteRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationNoteView"];
                };
            };
        };
    };
    MarkRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MarkReadRequest"] | null;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    ReleaseConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    ReopenConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    ResolveConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResolveConversationRequest"] | null;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    SnoozeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SnoozeConversationRequest"] | null;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    SetTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTagsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationTagsView"];
                };
            };
        };
    };
    TakeOverConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    ListTimeline: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description One of at. */
                sort?: "at";
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_StoryRow_"];
                };
            };
        };
    };
    TransferConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferConversationRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
        };
    };
    ListTransfers: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description One of at. */
                sort?: "at";
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TransferRow_"];
                };
            };
        };
    };
    TellTyping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TypingRequest"] | null;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListViewers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationViewers"];
                };
            };
        };
    };
    BulkChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkChangeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
        };
    };
    GetConversationStats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxCounts"];
                };
            };
        };
    };
    ListCsat: {
        parameters: {
            query?: {
                /** @description With an answer or not. */
                answered?: boolean | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description About this department. */
                department_id?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description With this score. */
                score?: number | null;
                /** @description Asked at this time or later. */
                since?: string | null;
                /** @description One of asked_at, answered_at, score. */
                sort?: "asked_at" | "answered_at" | "score";
                /** @description Asked before this time. */
                until?: string | null;
                /** @description About what this person had. */
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CsatRow_"];
                };
            };
        };
    };
    GetCsatSummary: {
        parameters: {
            query?: {
                /** @description With an answer or not. */
                answered?: boolean | null;
                /** @description About this department. */
                department_id?: string | null;
                /** @description With this score. */
                score?: number | null;
                /** @description Asked at this time or later. */
                since?: string | null;
                /** @description Asked before this time. */
                until?: string | null;
                /** @description About what this person had. */
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsatSummary"];
                };
            };
        };
    };
    ListDepartments: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of name, created_at. */
                sort?: "name" | "created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DepartmentRow_"];
                };
            };
        };
    };
    AddDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddDepartmentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
        };
    };
    GetDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
        };
    };
    UpdateDepartment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                department_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateDepartmentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
        };
    };
    DeleteDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SetMembers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                department_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetMembersRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
        };
    };
    GetQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueView"];
                };
            };
        };
    };
    ListDepartmentNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentDirectory"];
                };
            };
        };
    };
    GetFlowSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowSessionDetail"];
                };
            };
        };
    };
    CancelFlowSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelFlowSessionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListFlows: {
        parameters: {
            query?: {
                /** @description Of this chatbot. */
                chatbot_id?: string | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description That run, or that do not. */
                published?: boolean | null;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of created_at, updated_at, name, priority. */
                sort?: "created_at" | "updated_at" | "name" | "priority";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FlowRow_"];
                };
            };
        };
    };
    CreateFlow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFlowRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
        };
    };
    GetFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
        };
    };
    UpdateFlow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateFlowRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
        };
    };
    DeleteFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetFlowAnalytics: {
        parameters: {
            query?: {
                /** @description Begun at this time or later; 30 days before `to`. */
                from?: string | null;
                /** @description Begun before this time; now. */
                to?: string | null;
                /** @description Of the version with this number. */
                version?: number | null;
            };
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowAnalytics"];
                };
            };
        };
    };
    CompareFlowVersions: {
        parameters: {
            query: {
                /** @description The older side: a number, or `draft`. */
                from: string;
                /** @description The newer side: a number, or `draft`. */
                to?: string;
            };
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowDiff"];
                };
            };
        };
    };
    DuplicateFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DuplicateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
        };
    };
    ListFlowEdges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftParts"];
                };
            };
        };
    };
    AddFlowEdge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EdgeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EdgeView"];
                };
            };
        };
    };
    ChangeFlowEdge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                edge_id: string;
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EdgeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EdgeView"];
                };
            };
        };
    };
    RemoveFlowEdge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                edge_id: string;
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ExportFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedFlow"];
                };
            };
        };
    };
    ListFlowNodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftParts"];
                };
            };
        };
    };
    AddFlowNode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NodeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeView"];
                };
            };
        };
    };
    ChangeFlowNode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                flow_id: string;
                node_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NodeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeView"];
                };
            };
        };
    };
    RemoveFlowNode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                flow_id: string;
                node_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PublishFlow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PublishFlowRequest"] | null;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedCompared"];
                };
            };
        };
    };
    CheckRegressions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckRegressionsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Regressions"];
                };
            };
        };
    };
    ListFlowRuns: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description With this outcome. */
                status?: components["schemas"]["RunStatus"] | null;
            };
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FlowRunRow_"];
                };
            };
        };
    };
    ListFlowSessions: {
        parameters: {
            query?: {
                /** @description Whose answer to a question was this. */
                answer?: string | null;
                /** @description That went this branch of a random node. */
                branch?: string | null;
                /** @description Begun by this. */
                cause?: components["schemas"]["SessionCause"] | null;
                /** @description Who chose this of a message's choices, by its id. */
                choice?: string | null;
                /** @description Of this contact. */
                contact_id?: string | null;
                /** @description In this conversation. */
                conversation_id?: string | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description That took this edge. */
                edge?: string | null;
                /** @description Where this happened. */
                event?: string | null;
                /** @description Begun at this time or later. */
                from?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description That came by this node. */
                node?: string | null;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description That ended with this outcome. */
                outcome?: string | null;
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description That run, or that are over. */
                running?: boolean | null;
                /** @description One of started_at. */
                sort?: "started_at";
                /** @description In this state. */
                status?: components["schemas"]["SessionStatus"] | null;
                /** @description That ended or rest on this node. */
                stopped_at?: string | null;
                /** @description Begun before this time. */
                to?: string | null;
                /** @description Of the version with this number. */
                version?: number | null;
            };
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FlowSessionRow_"];
                };
            };
        };
    };
    StartFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartFlowRequest"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
        };
    };
    RehearseFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RehearseFlowRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rehearsed"];
                };
            };
        };
    };
    ListFlowTests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowTestsView"];
                };
            };
        };
    };
    SetFlowTests: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetFlowTestsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowTestsView"];
                };
            };
        };
    };
    UnpublishFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
        };
    };
    ValidateFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
        };
    };
    ListFlowVersions: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description One of published_at. */
                sort?: "published_at";
            };
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FlowVersionRow_"];
                };
            };
        };
    };
    GetFlowVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowVersionDetail"];
                };
            };
        };
    };
    RestoreFlowVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                flow_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
        };
    };
    ImportFlow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportFlowRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedFlowView"];
                };
            };
        };
    };
    ListFlowTemplates: {
        parameters: {
            query?: {
                /** @description Of this category. */
                category?: components["schemas"]["FlowCategory"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowTemplates"];
                };
            };
        };
    };
    GetFlowTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowTemplate"];
                };
            };
        };
    };
    CreateFlowFromTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFlowFromTemplateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowView"];
                };
            };
        };
    };
    Live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
        };
    };
    CheckReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
        };
    };
    ListHolidays: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of day, created_at, name. */
                sort?: "day" | "created_at" | "name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Holiday_"];
                };
            };
        };
    };
    AddHoliday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddHolidayRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holiday"];
                };
            };
        };
    };
    RemoveHoliday: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holiday_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListPublicHolidays: {
        parameters: {
            query: {
                /** @description Which year. */
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicHolidayList"];
                };
            };
        };
    };
    ListKnowledgeBases: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of name, created_at, updated_at. */
                sort?: "name" | "created_at" | "updated_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_KnowledgeBaseRow_"];
                };
            };
        };
    };
    AddKnowledgeBase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddKnowledgeBaseRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeBaseRow"];
                };
            };
        };
    };
    GetKnowledgeBase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                base_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeBaseRow"];
                };
            };
        };
    };
    UpdateKnowledgeBase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                base_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateKnowledgeBaseRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeBaseRow"];
                };
            };
        };
    };
    DeleteKnowledgeBase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                base_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListKnowledgeDocuments: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of created_at, name. */
                sort?: "created_at" | "name";
                /** @description In this state. */
                status?: components["schemas"]["DocumentStatus"] | null;
            };
            header?: never;
            path: {
                base_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_KnowledgeDocumentRow_"];
                };
            };
        };
    };
    AddKnowledgeDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                base_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeDocumentRow"];
                };
            };
        };
    };
    GetKnowledgeDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                base_id: string;
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeDocumentRow"];
                };
            };
        };
    };
    DeleteKnowledgeDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                base_id: string;
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SearchKnowledge: {
        parameters: {
            query: {
                /** @description At most so many. */
                limit?: number;
                /** @description What is asked. */
                q: string;
            };
            header?: never;
            path: {
                base_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassagesView"];
                };
            };
        };
    };
    ListLeadScoreRules: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LeadScoreRuleRow_"];
                };
            };
        };
    };
    AddLeadScoreRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddLeadScoreRuleRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadScoreRuleRow"];
                };
            };
        };
    };
    GetLeadScoreRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadScoreRuleRow"];
                };
            };
        };
    };
    UpdateLeadScoreRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateLeadScoreRuleRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadScoreRuleRow"];
                };
            };
        };
    };
    DeleteLeadScoreRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UploadMedia: {
        parameters: {
            query: {
                /** @description What it will be sent as. */
                kind: components["schemas"]["MediaKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaView"];
                };
            };
        };
    };
    GetMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaView"];
                };
            };
        };
    };
    DownloadMedia: {
        parameters: {
            query: {
                /** @description As the address says. */
                expires: number;
                /** @description As the address says. */
                signature: string;
                /** @description As the address says. */
                tenant: string;
                /** @description As the address says. */
                variant: components["schemas"]["Variant"];
            };
            header?: never;
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    GetThumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
        };
    };
    ListMessagesOfConversation: {
        parameters: {
            query?: {
                /** @description Newer than this message; with `order=asc` a thread goes on. */
                after?: string | null;
                /** @description Older than this message. */
                before?: string | null;
                /** @description Of this conversation; needed. */
                conversation_id?: string | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Received, or sent. */
                direction?: components["schemas"]["Direction"] | null;
                /** @description With a file that was not taken back. */
                has?: components["schemas"]["Has"] | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description One of created_at. */
                sort?: "created_at";
                /** @description In this state. */
                status?: components["schemas"]["MessageStatus"] | null;
                /** @description Of this kind. */
                type?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MessageRow_"];
                };
            };
        };
    };
    SendTo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendToRequest"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
        };
    };
    ReactToMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReactRequest"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
        };
    };
    MarkMessageRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RetryMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
        };
    };
    ListScheduledMessages: {
        parameters: {
            query?: {
                /** @description To this contact. */
                contact_id?: string | null;
                /** @description Written in this conversation. */
                conversation_id?: string | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description One of send_at, created_at. */
                sort?: "send_at" | "created_at";
                /** @description In this state. */
                state?: components["schemas"]["ScheduledState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ScheduledMessageRow_"];
                };
            };
        };
    };
    ScheduleMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleMessageRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessageRow"];
                };
            };
        };
    };
    GetScheduledMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduled_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessageRow"];
                };
            };
        };
    };
    CancelScheduledMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduled_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SearchMessages: {
        parameters: {
            query?: {
                /** @description On this number. */
                config?: string | null;
                /** @description With this contact. */
                contact?: string | null;
                /** @description In this conversation. */
                conversation?: string | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Received, or sent. */
                direction?: components["schemas"]["Direction"] | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description Words that it holds, or "words beside each other". */
                q?: string;
                /** @description Written at this time or later. */
                since?: string | null;
                /** @description Of this kind. */
                type?: string | null;
                /** @description Written before this time. */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FoundMessage_"];
                };
            };
        };
    };
    ListPlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plans"];
                };
            };
        };
    };
    ListRoles: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RoleRow_"];
                };
            };
        };
    };
    AddRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddRoleRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleRow"];
                };
            };
        };
    };
    UpdateRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                role_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRoleRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleRow"];
                };
            };
        };
    };
    DeleteRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListSecrets: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of name, created_at, updated_at, last_used_at. */
                sort?: "name" | "created_at" | "updated_at" | "last_used_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SecretRow_"];
                };
            };
        };
    };
    SetSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSecretRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretRow"];
                };
            };
        };
    };
    RemoveSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListSegments: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of name, created_at. */
                sort?: "name" | "created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SegmentRow_"];
                };
            };
        };
    };
    CreateSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSegmentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentRow"];
                };
            };
        };
    };
    GetSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentRow"];
                };
            };
        };
    };
    UpdateSegment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                segment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSegmentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentRow"];
                };
            };
        };
    };
    DeleteSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PreviewSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentPreview"];
                };
            };
        };
    };
    ListSlaPolicies: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of place, name, created_at. */
                sort?: "place" | "name" | "created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SlaPolicyRow_"];
                };
            };
        };
    };
    AddSlaPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSlaPolicyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicyRow"];
                };
            };
        };
    };
    GetSlaPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicyRow"];
                };
            };
        };
    };
    UpdateSlaPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                policy_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSlaPolicyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicyRow"];
                };
            };
        };
    };
    DeleteSlaPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListTags: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of name, created_at. */
                sort?: "name" | "created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TagRow_"];
                };
            };
        };
    };
    AddTag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTagRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagRow"];
                };
            };
        };
    };
    GetTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagRow"];
                };
            };
        };
    };
    UpdateTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                tag_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTagRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagRow"];
                };
            };
        };
    };
    DeleteTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
        };
    };
    UpdateSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSettingsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
        };
    };
    GetUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
        };
    };
    ListTenants: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description On this plan. */
                plan?: string | null;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of created_at, name, slug, updated_at. */
                sort?: "created_at" | "name" | "slug" | "updated_at";
                /** @description In this state. */
                status?: components["schemas"]["TenantStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TenantRow_"];
                };
            };
        };
    };
    CreateTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTenantRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
        };
    };
    GetTenantAsOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
        };
    };
    UpdateTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTenantRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
        };
    };
    DeleteTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
        };
    };
    ActivateTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
        };
    };
    SuspendTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendTenantRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
        };
    };
    ChangePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePlanRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
        };
    };
    GetUsageAsOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
        };
    };
    ListUsers: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description In this department. */
                department?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description With the role of this code. */
                role?: string | null;
                /** @description One of created_at, name, email, role, last_login_at. */
                sort?: "created_at" | "name" | "email" | "role" | "last_login_at";
                /** @description Who can log in, or cannot. */
                status?: components["schemas"]["UserState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_UserRow_"];
                };
            };
        };
    };
    AddUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddUserRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRow"];
                };
            };
        };
    };
    GetUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRow"];
                };
            };
        };
    };
    DeleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UpdateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRow"];
                };
            };
        };
    };
    ActivateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRow"];
                };
            };
        };
    };
    GetAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
        };
    };
    DeactivateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRow"];
                };
            };
        };
    };
    GetUserStats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentStats"];
                };
            };
        };
    };
    ListInvitations: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of created_at, email, expires_at. */
                sort?: "created_at" | "email" | "expires_at";
                /** @description In this state. */
                status?: components["schemas"]["InvitationState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_InvitationRow_"];
                };
            };
        };
    };
    InviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteUserRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationRow"];
                };
            };
        };
    };
    GetInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationRow"];
                };
            };
        };
    };
    RevokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SetStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetStatusRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnStatus"];
                };
            };
        };
    };
    ListAgents: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description In this department. */
                department?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of name, created_at, role. */
                sort?: "name" | "created_at" | "role";
                /** @description Seen so; without it, who is not offline. */
                status?: components["schemas"]["Status"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Agent_"];
                };
            };
        };
    };
    GetVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
        };
    };
    ListConfigs: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description That are switched on, or off. */
                is_active?: boolean | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of created_at, name. */
                sort?: "created_at" | "name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_WhatsAppConfigView_"];
                };
            };
        };
    };
    AddConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddConfigRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatsAppConfigView"];
                };
            };
        };
    };
    GetConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatsAppConfigView"];
                };
            };
        };
    };
    UpdateConfig: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateConfigRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatsAppConfigView"];
                };
            };
        };
    };
    RemoveConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ActivateConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatsAppConfigView"];
                };
            };
        };
    };
    ShowConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneConnection"];
                };
            };
        };
    };
    UnlinkPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RestartPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DeactivateConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatsAppConfigView"];
                };
            };
        };
    };
    GetConfigHealth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigHealthView"];
                };
            };
        };
    };
    PairPhone: {
        parameters: {
            query?: {
                /** @description Ask for eight signs to type on the phone, too. */
                by_number?: boolean;
            };
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pairing"];
                };
            };
        };
    };
    TryConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigProofView"];
                };
            };
        };
    };
    ListWhatsAppMessages: {
        parameters: {
            query?: {
                /** @description Newer than this message; with `order=asc` a thread goes on. */
                after?: string | null;
                /** @description Older than this message. */
                before?: string | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Received, or sent. */
                direction?: components["schemas"]["Direction"] | null;
                /** @description With a file that was not taken back. */
                has?: components["schemas"]["Has"] | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description One of created_at. */
                sort?: "created_at";
                /** @description In this state. */
                status?: components["schemas"]["MessageStatus"] | null;
                /** @description Of this kind. */
                type?: string | null;
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MessageRow_"];
                };
            };
        };
    };
    SetMessageStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetMessageStatusRequest"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SendWhatsApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendToRequest"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
        };
    };
    SendMedia: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMediaRequest"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
        };
    };
    SendTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendTemplateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
        };
    };
    ListTemplates: {
        parameters: {
            query?: {
                /** @description Of this category. */
                category?: components["schemas"]["TemplateCategory"] | null;
                /** @description `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description In this language. */
                language?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description One of asc, desc. */
                order?: "asc" | "desc";
                /** @description Which page, from 1; not with `cursor`. */
                page?: number;
                /** @description Holds this, whatever its accents and capitals. */
                q?: string | null;
                /** @description One of name, updated_at, created_at. */
                sort?: "name" | "updated_at" | "created_at";
                /** @description In this state. */
                status?: components["schemas"]["TemplateStatus"] | null;
                /** @description Of this number. */
                whatsapp_config_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TemplateRow_"];
                };
            };
        };
    };
    CreateTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTemplateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateRow"];
                };
            };
        };
    };
    GetTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateRow"];
                };
            };
        };
    };
    EditTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; 409 if it is another now. */
                "If-Match"?: string | null;
            };
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditTemplateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateRow"];
                };
            };
        };
    };
    DeleteTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PreviewTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewTemplateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreview"];
                };
            };
        };
    };
    ShowTemplateSync: {
        parameters: {
            query: {
                /** @description Of this number. */
                whatsapp_config_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateSync"];
                };
            };
        };
    };
    SyncTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncTemplatesRequest"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateSync"];
                };
            };
        };
    };
    VerifyWebhook: {
        parameters: {
            query?: {
                /** @description What to answer. */
                "hub.challenge"?: string | null;
                /** @description `subscribe`. */
                "hub.mode"?: string | null;
                /** @description The configured token. */
                "hub.verify_token"?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    ReceiveWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    VerifyConfigWebhook: {
        parameters: {
            query?: {
                /** @description What to answer. */
                "hub.challenge"?: string | null;
                /** @description `subscribe`. */
                "hub.mode"?: string | null;
                /** @description The configured token. */
                "hub.verify_token"?: string | null;
            };
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    ReceiveConfigWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReceiveEvolutionWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetSocketStats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocketReport"];
                };
            };
        };
    };
    IssueTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
        };
    };
    GetMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
}
