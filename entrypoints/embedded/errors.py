"""What can go wrong with the embedded services; every message says what to do.

EmbeddedServiceError
├── FolderUnusableError      the folder cannot be made, written or entered, or is somebody else's
├── FolderInUseError         another process runs its services in this folder
├── ForeignDataError         the folder holds data that these binaries or this account cannot serve
├── ForeignServerError       a server that we did not start serves this folder
├── SocketFolderError        the short private folder of the sockets cannot be used
├── BinaryMissingError       there is no program to start
├── NotStartedError          this service was not asked for
└── StartFailedError         the program started and gave up, or never answered
"""


class EmbeddedServiceError(Exception):
    """The embedded services cannot do what was asked; the message says why and what to do."""


class FolderUnusableError(EmbeddedServiceError):
    """The folder cannot be made, written or entered, or belongs to somebody else."""


class FolderInUseError(EmbeddedServiceError):
    """Another living process runs its services in this folder."""


class ForeignDataError(EmbeddedServiceError):
    """The folder holds data that these binaries or this account cannot serve."""


class ForeignServerError(EmbeddedServiceError):
    """A server that we did not start serves this folder."""


class SocketFolderError(EmbeddedServiceError):
    """The short private folder of the sockets cannot be used."""


class BinaryMissingError(EmbeddedServiceError):
    """There is no program to start."""


class NotStartedError(EmbeddedServiceError):
    """This service was not asked for when the services were started."""


class StartFailedError(EmbeddedServiceError):
    """The program started and gave up, or never answered; the message ends with its log."""
