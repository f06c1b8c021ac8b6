#include "port/process.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace exmonty {

namespace {

// How a process ends that belongs to whoever holds a pipe, and does nothing but count, once `act` was done with the
// other end.
template <typename Act>
int status_after(Act act) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        const int input = dup2(ends[0], STDIN_FILENO);
        dup2(ready[1], STDERR_FILENO + 1);
        char byte = '+';
        if (write(STDERR_FILENO + 1, &byte, 1) != 1) _exit(2);
        const port::Ownership ownership = port::own_by_host(input);
        if (!ownership.hang_up_watchdog || !ownership.parent_death_signal || !ownership.closed_descriptors) _exit(3);
        if (write(STDERR_FILENO + 1, &byte, 1) != -1) _exit(4);
        for (;;) getpid();
    }
    char byte;
    REQUIRE(read(ready[0], &byte, 1) == 1);
    act(ends[1]);
    int status = 0;
    waitpid(child, &status, 0);
    for (int descriptor : {ends[0], ready[0], ready[1]}) close(descriptor);
    return status;
}

}  // namespace

TEST_SUITE_BEGIN("port/process");

TEST_CASE("a busy process ends when its host closes the pipe, even with unread frames in it") {
    for (bool with_bytes : {false, true}) {
        const int status = status_after([&](int host_end) {
            if (with_bytes) CHECK(write(host_end, "abc", 3) == 3);
            close(host_end);
        });
        CHECK(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == SIGKILL);
    }
}

TEST_CASE("seeds differ") { CHECK(port::draw_seed() != port::draw_seed()); }

TEST_SUITE_END();

}  // namespace exmonty
