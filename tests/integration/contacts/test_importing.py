"""Files of contacts become contacts: by policy, with tags, fields and consents, within the plan, once."""

from datetime import datetime

import pytest

from adapters.postgres.database import Database
from application.contacts.chunk_writer import ChunkDone, ChunkWriter
from application.contacts.row_reader import Draft
from application.ports.unit_of_work import Transaction
from domain.contacts.contact_import import ContactImport, ImportState, Tally
from domain.contacts.fields import ContactField, FieldType
from domain.contacts.import_plan import DuplicatePolicy
from domain.shared.ids import ContactFieldId
from tests.contract.repositories.stored import NOW, a_contact, new_id
from tests.integration.contacts.desk import TransferDesk

HEAD = "Nome;Celular;E-mail;Etiquetas;Plano;Opt-in;Estágio"
ANA = "5511955550001"


class KilledError(BaseException):
    """The worker is gone."""


def tallied(importing: ContactImport) -> tuple[int, int, int, int]:
    return importing.created, importing.updated, importing.skipped, importing.refused


async def test_a_row_becomes_a_contact_with_all_that_it_says(desk: TransferDesk) -> None:
    async with desk.uow(desk.tenant_id) as tx:
        field = ContactField(
            id=ContactFieldId(new_id()), key="plano", label="Plano", type=FieldType.CHOICE, options=("Ouro", "Prata"),
            created_at=NOW,
        )  # fmt: skip
        await tx.contact_fields.add(field)
    body = f"{HEAD}\nAna Souza;(11) 5555-0001;;vip, Novo;;;\nJosé;(11) 95555-0002;J@x.example;VIP;ouro;sim;cliente\n"

    done = await desk.imported(body.encode("cp1252"), legal_basis="consent", consent_text="Aceito receber ofertas")

    assert (done.state, tallied(done), done.total_rows) == (ImportState.DONE, (2, 0, 0, 0), 2)
    jose = await desk.contact("5511955550002")
    assert jose is not None
    assert (jose.name, jose.email, jose.attributes, str(jose.lifecycle_stage), jose.source) == (
        "José",
        "j@x.example",
        {"plano": "Ouro"},
        "customer",
        "import",
    )
    async with desk.uow(desk.tenant_id) as tx:
        [consent] = await tx.consents.of_contact(jose.id)
        tags = [tag.name for tag in await tx.tags.of_contact(jose.id)]
    assert (consent.granted, consent.source, consent.proof.row, consent.proof.import_id) == (
        True, "import", 3, str(done.id),
    )  # fmt: skip
    assert consent.proof.text_shown == "Aceito receber ofertas"
    assert tags == ["vip"]


@pytest.mark.parametrize(
    ("policy", "tally", "name", "email"),
    [
        (DuplicatePolicy.SKIP, (1, 0, 2, 0), "Ana", None),
        (DuplicatePolicy.UPDATE, (1, 2, 0, 0), "Ana Lima", "ana@x.example"),
        (DuplicatePolicy.FILL_EMPTY, (1, 2, 0, 0), "Ana", "ana@x.example"),
    ],
)
async def test_whom_one_knows_is_treated_as_asked(
    desk: TransferDesk, policy: DuplicatePolicy, tally: tuple[int, ...], name: str, email: str | None
) -> None:
    """The phone without the ninth digit is the same one; so is the second row about somebody new."""
    await desk.add(a_contact(name="Ana", phone=ANA, phone_key=ANA))
    body = "nome,telefone,email\n"
    body += "Ana Lima,11 95555-0001,ana@x.example\nBia,+55 11 98888-7777,\nBia,11 8888-7777,b@x.example\n"

    done = await desk.imported(body, duplicates=str(policy))

    ana, bia = await desk.contact(ANA), await desk.contact("5511988887777")
    assert tallied(done) == tally
    assert ana is not None
    assert bia is not None
    assert (ana.name, ana.email) == (name, email)
    assert bia.email == (None if policy is DuplicatePolicy.SKIP else "b@x.example")


async def test_wrong_rows_are_kept_with_what_is_wrong(desk: TransferDesk) -> None:
    body = 'nome,fone,email\nAna,12,x\n"=CMD|x",,\n,,\nBia,11955550002,b@x.example\n,,só@\n'

    done = await desk.imported(body)

    assert (tallied(done), done.rows_read) == ((2, 0, 0, 2), 4)
    errors = await desk.errors(done)
    assert [(error.row_number, error.field, error.code) for error in errors] == [
        (2, "email", "WRONG_VALUE"),
        (2, "phone", "WRONG_VALUE"),
        (6, "email", "WRONG_VALUE"),
    ]
    assert errors[0].raw == "Ana,12,x"


async def test_a_yes_in_a_file_does_not_take_back_a_no(desk: TransferDesk) -> None:
    rows = "fone,opt-in\n11955550001,{}\n"
    await desk.imported(rows.format("não"), legal_basis="consent")

    done = await desk.imported(rows.format("sim"), legal_basis="consent", duplicates="update")

    assert tallied(done) == (0, 1, 0, 0)
    assert [error.code for error in await desk.errors(done)] == ["CONSENT_REFUSED_BEFORE"]
    assert [row["granted"] for row in await desk.fetch("SELECT granted FROM consents WHERE tenant_id = $1")] == [False]


async def test_no_more_than_the_plan_allows(desk: TransferDesk, platform_database: Database) -> None:
    async with platform_database.connection() as connection:
        await connection.execute(
            "UPDATE platform.tenants SET limits = $2 WHERE id = $1", desk.tenant_id, {"contacts": 2}
        )
    body = "fone\n" + "".join(f"1195555000{number}\n" for number in range(4))

    trial = await desk.imported(body, is_dry_run=True)
    done = await desk.imported(body)

    assert tallied(trial) == tallied(done) == (2, 0, 0, 2)
    assert {error.code for error in await desk.errors(done)} == {"PLAN_LIMIT_REACHED"}
    [used] = await desk.fetch("SELECT used FROM platform.usage WHERE tenant_id = $1 AND metric = 'contacts'")
    assert used["used"] == 2


async def test_a_dry_run_shows_and_writes_nothing(desk: TransferDesk) -> None:
    body = f"{HEAD}\nAna;11955550001;x;vip;;;\n;11955550001;;;;;\nBia;;;;;;\nBia;11955550001;;;;;\n"

    trial = await desk.imported(body, is_dry_run=True)

    assert (trial.state, tallied(trial)) == (ImportState.DONE, (2, 0, 1, 1))
    assert trial.found.headings == tuple(HEAD.split(";"))
    assert trial.plan.mapping is not None
    assert trial.plan.mapping["Celular"] == "phone"
    assert [row.values.get("phone") for row in trial.found.preview] == ["11955550001", ANA, None, ANA]
    assert trial.found.preview[0].errors[0].field == "email"
    assert await desk.fetch("SELECT id FROM contacts WHERE tenant_id = $1") == []


async def test_goes_on_behind_the_last_row_that_was_counted(
    desk: TransferDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker is killed between two chunks: nothing is lost, nothing doubled."""
    body = "fone,tags\n" + "".join(f"119{number:08},a\n" for number in range(2_500))
    import_id, write, chunks = await desk.bring(body), ChunkWriter.write, iter(range(9))

    async def write_once(
        writer: ChunkWriter, tx: Transaction, drafts: list[Draft], *, before: Tally, now: datetime
    ) -> ChunkDone:
        if next(chunks):
            raise KilledError
        return await write(writer, tx, drafts, before=before, now=now)

    with monkeypatch.context() as killed:
        killed.setattr(ChunkWriter, "write", write_once)
        with pytest.raises(KilledError):
            await desk.run(import_id)
    half = await desk.found(import_id)
    done = await desk.run(import_id)
    again = await desk.run(import_id)

    assert (half.state, half.rows_read) == (ImportState.RUNNING, 1_000)
    assert done.tally == again.tally == Tally(rows_read=2_500, created=2_500)
    [row] = await desk.fetch("SELECT count(*) AS n, count(DISTINCT phone_key) AS d FROM contacts WHERE tenant_id = $1")
    assert (row["n"], row["d"]) == (2_500, 2_500)
