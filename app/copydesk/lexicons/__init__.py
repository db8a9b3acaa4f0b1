"""What Copydesk knows of English words and of the names of the world.

`load()` reads the data files once per process; everything it returns is immutable and can be
shared by threads.
"""

from copydesk.lexicons.lexicons import Lexicons, NameKind, Safety, load

__all__ = ["Lexicons", "NameKind", "Safety", "load"]
