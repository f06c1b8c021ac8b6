#include "src/static.c"
