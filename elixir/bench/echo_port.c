// The least that a port can do: it gives back what it gets. The measure for what a round trip through the pipes costs.
#include <unistd.h>

int main(void) {
    char data[65536];
    for (;;) {
        ssize_t size = read(0, data, sizeof data);
        if (size <= 0) return 0;
        for (ssize_t done = 0; done < size;) {
            ssize_t written = write(1, data + done, (size_t)(size - done));
            if (written <= 0) return 0;
            done += written;
        }
    }
}
