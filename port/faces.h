#pragma once

// What `exmonty` can be: one function for each first word of the command line, returning the exit code.

#include "port/command_line.h"

namespace exmonty::port {

int port_face(Arguments arguments);
int run_face(Arguments arguments);
int repl_face(Arguments arguments);
int frames_face(Arguments arguments);
int talk_face(Arguments arguments);

}  // namespace exmonty::port
