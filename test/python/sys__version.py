# The version is that of the language, the names are our own.
# recorded: by hand, CPython gives its own name and platform here
import sys

print(sys.version_info[:2], sys.version_info.major, sys.version_info.minor, sys.version_info >= (3, 9))
print(sys.version.startswith("3.14.0 (exmonty"), sys.implementation.name, sys.platform)
