import a
import a.b.c, d as e
import a.b.c as f
from m import x, y as z
from . import p
from ..q import *
