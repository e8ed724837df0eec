"""The provider's system: what it says, and that what pays its invoices is right digit by digit."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.shared.payment_codes import read_payment_line, read_pix_code
from simulator.isp.pix import checksum, make_pix
from simulator.isp.slip import due_factor, make_slip, modulus_10, modulus_11

from .conftest import Simulator

TOKEN = {"X-Token": "sim-erp-token"}
MARINA, MARCOS = "52998224725", "Marcos Vinícius"


async def ask(sim: Simulator, path: str, **query: str) -> Any:  # noqa: ANN401 - an answer's JSON
    answer = await sim.client.get(f"/isp/v1/{path}", params=query, headers=TOKEN)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def owed_by(sim: Simulator, document: str = MARINA) -> tuple[int, list[dict[str, Any]]]:
    [customer] = (await ask(sim, "clientes", cpf_cnpj=document))["clientes"]
    path = f"clientes/{customer['id_cliente']}/faturas"
    return customer["id_cliente"], (await ask(sim, path, apenas_pendente="sim"))["faturas"]


class TestSlip:
    def test_check_digits_are_those_of_a_published_slip(self) -> None:
        assert modulus_11("3419" + "1667" + "0000012345" + "1101234567880057123457000") == "6"
        assert [modulus_10(part) for part in ("341911012", "3456788005", "7123457000")] == ["1", "8", "1"]

    @pytest.mark.parametrize(
        ("due", "factor"),
        [
            (date(2000, 7, 3), 1000),
            (date(2025, 2, 21), 9999),
            (date(2025, 2, 22), 1000),
            (date(2026, 11, 22), 1638),
            (date(2049, 10, 13), 9999),
            (date(2049, 10, 14), 1000),
        ],
    )
    def test_the_factor_counts_from_1000_again_after_9999(self, due: date, factor: int) -> None:
        assert due_factor(due) == factor

    @settings(max_examples=40)
    @given(
        due=st.dates(date(2000, 7, 3), date(2060, 1, 1)),
        cents=st.integers(0, 10**10 - 1),
        free=st.text("0123456789", min_size=25, max_size=25),
        place=st.integers(0, 46),
        shift=st.integers(1, 9),
    )
    def test_every_line_is_right_and_no_wrong_digit_goes_unseen(
        self, due: date, cents: int, free: str, place: int, shift: int
    ) -> None:
        slip = make_slip(due=due, cents=cents, free=free)
        wrong = slip.line[:place] + str((int(slip.line[place]) + shift) % 10) + slip.line[place + 1 :]

        assert len(slip.line) == 47
        assert len(slip.bars) == 44
        assert slip.line[-10:] == f"{cents:010d}"
        assert read_payment_line(slip.line) == read_payment_line(slip.printed) == slip.line
        # FEBRABAN writes 1 for rests 0, 1 and 10, so one in eleven errors outside of the fields passes modulus 11
        assert read_payment_line(wrong) is None or place > 31

    def test_a_bill_of_a_utility_is_a_line_too(self) -> None:
        assert read_payment_line("846700000017435900240209024050002435842210108119") is not None
        assert read_payment_line("846700000017435900240209024050002435842210108118") is None


class TestPix:
    def test_the_checksum_is_that_of_the_manual(self) -> None:
        manual = (
            "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-426655440000"
            "5204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***6304"
        )

        assert f"{checksum(manual):04X}" == "1D3D"
        assert read_pix_code(f"{manual}1D3D") == f"{manual}1D3D"

    @settings(max_examples=40)
    @given(
        cents=st.integers(1, 10**9),
        name=st.text("abcçãé XYZ", min_size=1, max_size=40),
        txid=st.text("ABC0123456789", min_size=1, max_size=25),
        place=st.integers(6, 60),
    )
    def test_every_code_is_right_and_no_changed_sign_goes_unseen(
        self, cents: int, name: str, txid: str, place: int
    ) -> None:
        code = make_pix(cents=cents, name=name, city="São Paulo", txid=txid)
        wrong = code[:place] + ("#" if code[place] != "#" else "*") + code[place + 1 :]

        assert code.isascii()
        assert read_pix_code(code) == code
        assert read_pix_code(wrong) is None


class TestProvider:
    async def test_finds_by_document_and_by_either_spelling_of_a_phone(self, sim: Simulator) -> None:
        [by_document] = (await ask(sim, "clientes", cpf_cnpj="529.982.247-25"))["clientes"]
        [by_phone] = (await ask(sim, "clientes", telefone="551175550123"))["clientes"]
        nobody = (await ask(sim, "clientes", cpf_cnpj="11144477736"))["clientes"]

        assert (by_document["nome_razaosocial"], by_document["status"]) == ("Marina Alves", "ativo")
        assert by_phone == by_document
        assert nobody == []

    async def test_gives_what_pays_an_invoice_until_it_is_paid(self, sim: Simulator) -> None:
        customer_id, owed = await owed_by(sim)
        slip = (await ask(sim, f"faturas/{owed[0]['id_fatura']}/segunda-via"))["fatura"]
        file = await sim.client.get(slip["link"])
        again = (await owed_by(sim))[1]

        await sim.client.post(f"/_sim/isp/invoices/{owed[0]['id_fatura']}/pay")
        paid = await sim.client.get(f"/isp/v1/faturas/{owed[0]['id_fatura']}/segunda-via", headers=TOKEN)
        left = (await ask(sim, f"clientes/{customer_id}/faturas", apenas_pendente="sim"))["faturas"]

        assert read_payment_line(slip["linha_digitavel"]) is not None
        assert read_pix_code(slip["pix_copia_cola"]) is not None
        assert slip["valor"] == "109,90"
        assert (file.headers["content-type"], file.content[:5]) == ("application/pdf", b"%PDF-")
        assert again == owed
        assert paid.status_code == 409
        assert [row["id_fatura"] for row in left] == [row["id_fatura"] for row in owed[1:]]

    async def test_owes_are_told_from_what_is_to_come(self, sim: Simulator) -> None:
        view = (await sim.client.get("/_sim/isp")).json()
        owed = {customer["name"]: len(customer["owed"]) for customer in view["customers"]}

        assert owed[MARCOS] >= 4
        assert owed["Pedro Antunes"] <= 1

    async def test_a_ticket_is_one_for_each_key(self, sim: Simulator) -> None:
        ask_for = {"id_cliente": 1040, "assunto": "Sem sinal", "descricao": "Desde ontem"}
        keyed = {**TOKEN, "Idempotency-Key": "k1"}

        first = await sim.client.post("/isp/v1/atendimentos", json=ask_for, headers=keyed)
        twin = await sim.client.post("/isp/v1/atendimentos", json=ask_for, headers=keyed)
        await sim.client.post("/isp/v1/atendimentos", json=ask_for, headers=TOKEN)

        assert (first.status_code, first.json()) == (201, twin.json())
        assert len((await sim.client.get("/_sim/isp")).json()["tickets"]) == 2

    @pytest.mark.parametrize(
        ("path", "headers", "status"),
        [
            ("planos", {}, 401),
            ("planos", {"X-Token": "wrong"}, 401),
            ("clientes", TOKEN, 422),
            ("clientes/7/faturas", TOKEN, 404),
            ("clientes/7/conexao", TOKEN, 404),
            ("faturas/7/segunda-via", TOKEN, 404),
            ("faturas/1040202611/guessed.pdf", {}, 404),
        ],
    )
    async def test_refuses(self, sim: Simulator, path: str, headers: dict[str, str], status: int) -> None:
        answer = await sim.client.get(f"/isp/v1/{path}", headers=headers)

        assert (answer.status_code, answer.json()["status"]) == (status, "error")

    async def test_a_line_is_cut_and_mended(self, sim: Simulator) -> None:
        await sim.client.put("/_sim/isp/customers/1040/line", json={"online": False, "outage": "Rompimento"})

        [told] = [(await ask(sim, "clientes/1040/conexao"))["conexao"]]

        assert (told["conectado"], told["alerta"]) == (False, "Rompimento")


class TestProviderFaults:
    async def test_fails_hangs_up_and_babbles_as_told(self, sim: Simulator) -> None:
        await sim.faults(isp={"status": 500})
        broken = await sim.client.get("/isp/v1/planos", headers=TOKEN)
        await sim.faults(isp={"status": 0, "malformed": True})
        babble = await sim.client.get("/isp/v1/planos", headers=TOKEN)
        await sim.faults(isp={"malformed": False, "down": True})

        with pytest.raises(httpx.RemoteProtocolError):
            await sim.client.get("/isp/v1/planos", headers=TOKEN)
        assert broken.status_code == 500
        with pytest.raises(ValueError, match="Expecting"):
            babble.json()

    async def test_the_days_go_with_the_clock(self, sim: Simulator) -> None:
        _, before = await owed_by(sim)

        await sim.client.post("/_sim/clock", json={"advance_seconds": timedelta(days=62).total_seconds()})
        _, after = await owed_by(sim)

        assert after[0]["data_vencimento"] != before[0]["data_vencimento"]
