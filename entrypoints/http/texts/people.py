"""What is said about users, departments, roles and API keys."""

from entrypoints.http.texts.message import Message

PEOPLE: dict[str, Message] = {
    "USER_NOT_FOUND": Message("O usuário não foi encontrado.", "The user was not found."),
    "OWN_ACCOUNT": Message(
        "Ninguém retira o próprio acesso ou perfil: peça a outra pessoa.",
        "Nobody takes away their own login or role: have somebody else do it.",
    ),
    "ROLE_NOT_FOUND": Message("O perfil não foi encontrado.", "The role was not found."),
    "ROLE_TAKEN": Message("Já existe um perfil com este nome.", "There is a role with this name already."),
    "ROLE_IN_USE": Message("Há usuários ou convites com este perfil.", "Users or open invitations have this role."),
    "RIGHTS_ABOVE_OWN": Message("Isto envolve permissões que você não tem.", "This takes rights that you do not hold."),
    "API_KEY_NOT_FOUND": Message("A chave de API não foi encontrada.", "The API key was not found."),
    "API_KEY_NOT_YOURS": Message(
        "Esta chave age por outra pessoa: revogue-a e crie a sua.",
        "This key acts for somebody else: revoke it, and make your own.",
    ),
    "DEPARTMENT_NOT_FOUND": Message("O departamento não foi encontrado.", "The department was not found."),
    "DEPARTMENT_TAKEN": Message(
        "Já existe um departamento com este nome.", "There is a department with this name already."
    ),
    "DEPARTMENT_IN_USE": Message(
        "Há conversas abertas neste departamento.", "Open conversations are in this department."
    ),
    "DEFAULT_DEPARTMENT": Message(
        "Sempre há um departamento padrão: escolha outro como padrão antes.",
        "There is always a default department: make another one the default first.",
    ),
    "INVITATION_NOT_FOUND": Message("O convite não foi encontrado.", "The invitation was not found."),
    "INVITATION_OPEN": Message(
        "Este e-mail acaba de ser convidado por outra pessoa.", "Somebody invited this e-mail at the same moment."
    ),
    "INVITATION_INVALID": Message(
        "O convite não vale mais: peça outro.", "The invitation is not good any more: ask for another."
    ),
    "LAST_ADMIN": Message(
        "A empresa precisa de pelo menos um administrador ativo.", "A company needs at least one active admin."
    ),
}
