"""The demo's company: who works there, what its customers wrote, what its simulated number is."""

from datetime import timedelta

import msgspec

NAME = "Provedor Aurora"
SLUG = "aurora"
DEPARTMENTS = ("suporte", "financeiro", "comercial")

PHONE_NUMBER_ID = "700111222333444"
BUSINESS_ACCOUNT_ID = "900100200300400"
PHONE_NUMBER = "+55 11 95555-0100"
ACCESS_TOKEN = "sim-access-token"  # noqa: S105 - the simulator's, which guards nothing
APP_SECRET = "sim-app-secret"  # noqa: S105 - the same
VERIFY_TOKEN = "sim-verify-token"  # noqa: S105 - the same
ERP_TOKEN = "sim-erp-token"  # noqa: S105 - the same


class Login(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may log in to the demo."""

    name: str
    email: str
    role: str
    password: str


ADMIN = Login(name="Helena Prado", email="admin@aurora.example", role="admin", password="aurora-demo-2026")  # noqa: S106
AGENT = Login(name="Bruno Teles", email="bruno@aurora.example", role="agent", password="aurora-demo-2026")  # noqa: S106


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation that has been: lines begin with `>` when the customer speaks. `state` is how it stands now."""

    name: str
    phone: str
    ago: timedelta
    state: str
    lines: tuple[str, ...]
    department: str | None = None


HISTORY = (
    Past(name="Ana Lima", phone="5511988880001", ago=timedelta(days=12), state="resolved",
         lines=("> A internet caiu aqui no Centro",
                "Verifiquei a sua conexão: o sinal já voltou.", "> Voltou mesmo, obrigada!")),
    Past(name="Carlos Menezes", phone="5521977770002", ago=timedelta(days=9), state="resolved",
         lines=("> Preciso da segunda via de novembro",
                "Aqui está o código de barras da sua fatura.", "> Paguei, valeu")),
    Past(name="Juliana Rocha", phone="5531966660003", ago=timedelta(days=7), state="resolved",
         lines=("> Quero mudar para o plano de 600 mega",
                "Mudança feita! Já pode testar.", "> Perfeito")),
    Past(name="Pedro Antunes", phone="5541999990004", ago=timedelta(days=5), state="resolved",
         lines=("> Vocês atendem no bairro Água Verde?",
                "Atendemos sim! Quer que eu agende a instalação?", "> Ainda vou pensar")),
    Past(name="Dona Célia", phone="551133330005", ago=timedelta(days=4), state="resolved",
         lines=("> Bom dia, o técnico vem hoje?",
                "Sim, entre 14h e 16h.", "> Deus abençoe")),
    Past(name="Rafael Souto", phone="5551988880006", ago=timedelta(days=3), state="resolved",
         lines=("> Esqueci a senha do wi-fi",
                "Ela está na etiqueta embaixo do roteador.", "> Achei!")),
    Past(name="Mercado Estrela", phone="5571999990007", ago=timedelta(days=2), state="resolved",
         lines=("> Precisamos de IP fixo na loja",
                "Enviei a proposta para o seu e-mail.", "> Recebido")),
    Past(name="Beatriz Nunes", phone="5581988880008", ago=timedelta(hours=20), state="waiting", department="comercial",
         lines=("> Quanto custa o plano de 1 giga?",
                "Fibra 1 Giga: R$ 149,90 por mês.", "> Quero falar com alguém")),
    Past(name="Thiago Ramos", phone="5511977770009", ago=timedelta(hours=6), state="waiting", department="financeiro",
         lines=("> Fui cobrado duas vezes",
                "Sinto muito! Vou passar para o financeiro.", "> Ok, aguardo")),
    Past(name="Larissa Campos", phone="5562966660010", ago=timedelta(hours=3), state="agent",
         lines=("> Minha conexão cai toda noite",
                "Vou olhar o histórico do seu sinal, um instante.", "> Tá bom")),
    Past(name="Sítio Boa Vista", phone="5517988880011", ago=timedelta(hours=2), state="waiting", department="suporte",
         lines=("> Caiu um galho no cabo aqui na estrada",
                "Obrigado por avisar! Um técnico vai até aí.", "> Fico no aguardo")),
    Past(name="Marcos Vinícius", phone="5585977770012", ago=timedelta(minutes=50), state="agent",
         lines=("> Dá para mudar o vencimento?",
                "Dá sim! Dia 5, 10 ou 20?", "> Dia 10")),
)  # fmt: skip
