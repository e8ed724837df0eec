"""Why a number is paused and what to do about it, and what mends a hop that is broken."""

from application.whatsapp import provider_hops as hops
from application.whatsapp.try_config import COME_IN
from domain.whatsapp.config import PauseReason
from entrypoints.http.texts.message import Message

PAUSES: dict[str, Message] = {
    PauseReason.BANNED: Message(
        "A Meta desativou a conta do WhatsApp. Abra uma contestação no Gerenciador do WhatsApp; os envios voltam "
        "sozinhos quando ela for reativada.",
        "Meta has disabled the WhatsApp account. Appeal in WhatsApp Manager; sending goes on once it is back.",
    ),
    PauseReason.RESTRICTED: Message(
        "A Meta restringiu a conta: nem respostas podem ser enviadas até o fim da restrição.",
        "Meta has restricted the account: not even answers may be sent until the restriction ends.",
    ),
    PauseReason.DISCONNECTED: Message(
        "A conta do WhatsApp foi desconectada ou o acesso foi retirado. Conecte-a novamente.",
        "The WhatsApp account was disconnected, or access to it was withdrawn. Connect it again.",
    ),
    PauseReason.PHONE_LOST: Message(
        "O celular não está vinculado. Leia o QR code nas configurações do número.",
        "The phone is not linked. Scan the QR code in the number's settings.",
    ),
    PauseReason.DAILY_LIMIT: Message(
        "O limite diário que vocês definiram foi atingido. Os envios voltam amanhã, ou quando o limite for aumentado.",
        "The daily limit that you set is reached. Sending goes on tomorrow, or when the limit is raised.",
    ),
    "misconfigured": Message(
        "O provedor recusa o token, a permissão ou o número. Teste a configuração e corrija o que estiver errado.",
        "The provider refuses the token, a permission or the number. Test the number and mend what is broken.",
    ),
    "suspended": Message(
        "O provedor bloqueou a conta ou há um problema de pagamento. Verifique o Gerenciador do WhatsApp.",
        "The provider has locked the account, or a payment is missing. Look into WhatsApp Manager.",
    ),
}
"""By reason; what stops a number while sending is a failure's kind, with the provider's code behind a colon."""

OTHER_PAUSE = Message("Os envios estão pausados por um momento.", "Sending is paused for a moment.")

FIXES: dict[str, Message] = {
    hops.REACH: Message(
        "O provedor não responde. Verifique a rede, o firewall e o endereço configurado, e tente de novo.",
        "The provider does not answer. Check the network, the firewall and the configured address, and try again.",
    ),
    hops.EXPIRED: Message(
        "O token expirou ou foi revogado. Crie um permanente (Meta: Configurações do negócio, Usuários do sistema) e "
        "informe-o aqui.",
        "The token has expired or was revoked. Make a permanent one (Meta: Business settings, System users) and enter "
        "it here.",
    ),
    hops.MORE_RIGHTS: Message(
        "Dê ao usuário do sistema acesso à conta do WhatsApp com whatsapp_business_messaging e "
        "whatsapp_business_management, e informe o novo token.",
        "Give the token's system user the WhatsApp account with whatsapp_business_messaging and "
        "whatsapp_business_management, and enter the new token.",
    ),
    hops.RIGHT_NUMBER: Message(
        "Copie a identificação do número (não o número) da página de configuração da API da Meta.",
        "Copy the phone number id (not the number) from Meta's API setup page.",
    ),
    hops.RIGHT_ACCOUNT: Message(
        "Copie da Meta a identificação da conta do WhatsApp Business.",
        "Copy the WhatsApp Business account id from Meta.",
    ),
    hops.FROM_THE_APP: Message(
        "Copie a chave secreta do aplicativo da Meta (Configurações do app, Básico).",
        "Copy the app secret from Meta's app (App settings, Basic).",
    ),
    hops.SUBSCRIBE: Message(
        "Inscreva o aplicativo nos webhooks da conta, com o endereço deste número.",
        "Subscribe the app to the account's webhooks, with this number's address.",
    ),
    hops.RIGHT_KEY: Message(
        "Informe a chave da API do servidor Evolution, ou o token da instância.",
        "Enter the API key of the Evolution server, or the instance's token.",
    ),
    hops.LINK_PHONE: Message(
        "Vincule o celular: leia o QR code nas configurações do número.",
        "Link the phone: scan the QR code in the number's settings.",
    ),
    hops.LICENSE: Message(
        "Ative a licença do servidor Evolution no painel dele.",
        "Activate the Evolution server's licence in its manager.",
    ),
    COME_IN: Message(
        "Os webhooks não chegam até aqui. Verifique o endereço público e o proxy com quem opera o sistema.",
        "Webhooks do not arrive here. Check the public address and the proxy with whoever operates the system.",
    ),
}
"""By the fix that operators read."""

OTHER_FIX = Message(
    "O provedor recusa por outro motivo; procure o código na lista de erros dele.",
    "The provider refuses for another reason; look its code up in its list of errors.",
)


def pause_text(reason: str | None) -> Message:
    """Say why a number is paused."""
    return PAUSES.get((reason or "").partition(":")[0], OTHER_PAUSE)


def fix_text(fix: str) -> Message:
    """Say what mends a hop."""
    return FIXES.get(fix, OTHER_FIX)
