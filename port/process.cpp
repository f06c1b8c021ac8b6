#include "port/process.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

namespace exmonty::port {

namespace {

// Its argument is the descriptor, as a pointer's bits.
void* watch_for_hang_up(void* descriptor) {
    pollfd entry{static_cast<int>(reinterpret_cast<intptr_t>(descriptor)), 0, 0};
    while (poll(&entry, 1, -1) < 0 && errno == EINTR) {
    }
    // Not _exit: what is half written stays half written, and nothing else runs.
    kill(getpid(), SIGKILL);
    return nullptr;
}

bool start_watchdog(int input) {
    constexpr size_t stack_size = 64 * 1024;
    static_assert(stack_size >= 16384);
    pthread_attr_t attributes;
    pthread_t thread;
    sigset_t all;
    sigset_t old;
    // Signals are for the thread that works.
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &old);
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack_size);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    const bool started = pthread_create(&thread, &attributes, watch_for_hang_up,
                                        reinterpret_cast<void*>(static_cast<intptr_t>(input))) == 0;
    pthread_attr_destroy(&attributes);
    pthread_sigmask(SIG_SETMASK, &old, nullptr);
    return started;
}

bool send_stderr_nowhere() {
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0) return false;
    const bool done = dup2(nowhere, STDERR_FILENO) >= 0;
    if (nowhere != STDERR_FILENO) close(nowhere);
    return done;
}

}  // namespace

void ignore_write_signals() {
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

Ownership own_by_host(int input) {
    Ownership ownership;
    ownership.parent_death_signal = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
    ownership.silent_stderr = send_stderr_nowhere();
    ownership.closed_descriptors = close_range(STDERR_FILENO + 1, UINT_MAX, 0) == 0;
    ownership.hang_up_watchdog = start_watchdog(input);
    return ownership;
}

uint64_t draw_seed() {
    uint64_t seed = 0;
    while (getrandom(&seed, sizeof seed, 0) != static_cast<ssize_t>(sizeof seed)) {
    }
    return seed;
}

void sleep_nanoseconds(uint64_t nanoseconds) {
    timespec left{static_cast<time_t>(nanoseconds / 1'000'000'000), static_cast<long>(nanoseconds % 1'000'000'000)};
    while (clock_nanosleep(CLOCK_MONOTONIC, 0, &left, &left) == EINTR) {
    }
}

}  // namespace exmonty::port
