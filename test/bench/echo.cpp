// The floor for starting a process that speaks frames: a static binary that gives back the bytes it gets, until EOF.
#include <unistd.h>

int main() {
    char buffer[65536];
    for (;;) {
        const ssize_t got = read(STDIN_FILENO, buffer, sizeof buffer);
        if (got <= 0) return got == 0 ? 0 : 1;
        for (ssize_t done = 0; done < got;) {
            const ssize_t put = write(STDOUT_FILENO, buffer + done, static_cast<size_t>(got - done));
            if (put <= 0) return 1;
            done += put;
        }
    }
}
