// `exmonty port`.

#include <unistd.h>

#include "port/faces.h"
#include "port/server.h"

namespace exmonty::port {

int port_face(Arguments arguments) {
    bool is_owned = false;
    while (arguments.next_option()) {
        if (!arguments.is("--owned") || arguments.has_stray_value())
            return usage_error("port", "unknown option '" + std::string(arguments.name()) + "'");
        is_owned = true;
    }
    std::string_view stray;
    if (arguments.next_operand(stray)) return usage_error("port", "unexpected '" + std::string(stray) + "'");
    const Ownership ownership = is_owned ? own_by_host(STDIN_FILENO) : Ownership();
    Server server(STDIN_FILENO, STDOUT_FILENO, ownership);
    return server.serve();
}

}  // namespace exmonty::port
