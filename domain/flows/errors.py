"""Why something cannot be done with chatbots, flows, their versions or their drafts."""

from domain.shared.errors import ConflictError, InvalidError, NotFoundError


class ChatbotNotFoundError(NotFoundError):
    """No such chatbot for this tenant."""

    code = "CHATBOT_NOT_FOUND"


class ChatbotInUseError(ConflictError):
    """It still has flows, or answers on a number; `details` name them."""

    code = "CHATBOT_IN_USE"


class FlowInUseError(ConflictError):
    """Something that runs would miss it; `details` name what."""

    code = "FLOW_IN_USE"


class FlowNotPublishedError(ConflictError):
    """Nothing of the flow runs."""

    code = "FLOW_NOT_PUBLISHED"


class ChatbotInactiveError(ConflictError):
    """The flow is published, but its chatbot is switched off: none of its flows starts."""

    code = "CHATBOT_INACTIVE"


class FlowVersionNotFoundError(NotFoundError):
    """The flow was never published under this number."""

    code = "FLOW_VERSION_NOT_FOUND"


class NodeNotFoundError(NotFoundError):
    """The draft has no node with this id."""

    code = "NODE_NOT_FOUND"


class EdgeNotFoundError(NotFoundError):
    """The draft has no edge with this id."""

    code = "EDGE_NOT_FOUND"


class GraphIdTakenError(ConflictError):
    """The draft has a node or an edge with this id already."""

    code = "GRAPH_ID_TAKEN"


class ImportRefusedError(InvalidError):
    """The file is none that can be read; `details` say where."""

    code = "IMPORT_REFUSED"
