// A worker for tests that does what the program text tells it, so that every good and bad behaviour can be had without
// an interpreter. It greets, and answers each request with the value 4. A program text may contain commands, done in
// order, each up to the next ';' or the end of the text:
//
//   @@answer HEX   a frame: two bytes (array header and tag), the request's id, then the rest
//   @@raw HEX      these bytes, as they are
//   @@sleep MS     wait
//   @@hang         wait for the end of the input, then exit
//   @@stubborn     never end, whatever happens to the input
//   @@exit N       exit with this status
//   @@signal N     die of this signal
//   @@body         answer with this very request, as bytes
//   @@world        answer with the arguments, the working directory and the environment
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static void put(const void *data, size_t size) {
    const char *at = data;
    while (size > 0) {
        ssize_t written = write(1, at, size);
        if (written <= 0) exit(0);
        at += written;
        size -= (size_t)written;
    }
}

static int get(void *data, size_t size) {
    char *at = data;
    while (size > 0) {
        ssize_t count = read(0, at, size);
        if (count <= 0) return 0;
        at += count;
        size -= (size_t)count;
    }
    return 1;
}

// [header, tag, id, rest]: header and tag are the first two bytes of `body`.
static void answer(const uint8_t *id, size_t id_size, const uint8_t *body, size_t size) {
    uint32_t length = (uint32_t)(size + id_size);
    uint8_t head[4] = {(uint8_t)(length >> 24), (uint8_t)(length >> 16), (uint8_t)(length >> 8), (uint8_t)length};
    put(head, 4);
    put(body, 2);
    put(id, id_size);
    put(body + 2, size - 2);
}

static void answer_text(const uint8_t *id, size_t id_size, const char *text, size_t size) {
    uint8_t *body = malloc(size + 32);
    size_t at = 0;
    memcpy(body, "\x98\x30\xdb", 3);
    at = 3;
    for (int shift = 24; shift >= 0; shift -= 8) body[at++] = (uint8_t)(size >> shift);
    memcpy(body + at, text, size);
    at += size;
    memcpy(body + at, "\xa0\xa0\x95\0\0\0\0\0\xc0\xc0", 10);
    answer(id, id_size, body, at + 10);
    free(body);
}

static size_t from_hex(const char *text, const char *end, uint8_t *out) {
    size_t count = 0;
    while (text + 1 < end) {
        if (*text == ' ') {
            text++;
            continue;
        }
        char pair[3] = {text[0], text[1], 0};
        out[count++] = (uint8_t)strtol(pair, NULL, 16);
        text += 2;
    }
    return count;
}

static void world(const uint8_t *id, size_t id_size, int argc, char **argv) {
    static char text[65536];
    size_t at = 0;
    for (int i = 1; i < argc; i++) at += (size_t)snprintf(text + at, sizeof text - at, "%s ", argv[i]);
    char folder[4096];
    at += (size_t)snprintf(text + at, sizeof text - at, "in %s with", getcwd(folder, sizeof folder));
    for (char **variable = environ; *variable; variable++) {
        at += (size_t)snprintf(text + at, sizeof text - at, " %s", *variable);
    }
    answer_text(id, id_size, text, at);
}

static void hang(int obedient) {
    for (;;) {
        struct pollfd input = {0, 0, 0};
        poll(&input, 1, 1000);
        if (obedient && (input.revents & POLLHUP)) exit(0);
        if (!obedient && input.revents) usleep(10000);
    }
}

static void answer_body(const uint8_t *id, size_t id_size, const uint8_t *request, size_t size) {
    uint8_t *body = malloc(size + 32);
    uint8_t head[7] = {0x98, 0x30, 0xc6, (uint8_t)(size >> 24), (uint8_t)(size >> 16), (uint8_t)(size >> 8), (uint8_t)size};
    memcpy(body, head, 7);
    memcpy(body + 7, request, size);
    memcpy(body + 7 + size, "\xa0\xa0\x95\0\0\0\0\0\xc0\xc0", 10);
    answer(id, id_size, body, size + 17);
    free(body);
}

static void obey(const char *command, const char *end, const uint8_t *id, size_t id_size, int argc, char **argv) {
    const char *argument = memchr(command, ' ', (size_t)(end - command));
    argument = argument ? argument + 1 : end;
    size_t size = (size_t)(end - argument);
    if (!strncmp(command, "@@answer", 8) || !strncmp(command, "@@raw", 5)) {
        uint8_t *bytes = malloc(size + 1);
        size_t count = from_hex(argument, end, bytes);
        if (command[2] == 'a') answer(id, id_size, bytes, count);
        else put(bytes, count);
        free(bytes);
    }
    if (!strncmp(command, "@@sleep", 7)) usleep((useconds_t)atoi(argument) * 1000);
    if (!strncmp(command, "@@hang", 6)) hang(1);
    if (!strncmp(command, "@@stubborn", 10)) hang(0);
    if (!strncmp(command, "@@exit", 6)) exit(atoi(argument));
    if (!strncmp(command, "@@signal", 8)) kill(getpid(), atoi(argument)), pause();
    if (!strncmp(command, "@@world", 7)) world(id, id_size, argc, argv);
}

static size_t width_of_id(uint8_t first) {
    return first < 0x80 ? 1 : first == 0xcc ? 2 : first == 0xcd ? 3 : first == 0xce ? 5 : 9;
}

int main(int argc, char **argv) {
    uint8_t head[4];
    signal(SIGPIPE, SIG_IGN);
    while (get(head, 4)) {
        size_t size = (size_t)head[0] << 24 | (size_t)head[1] << 16 | (size_t)head[2] << 8 | head[3];
        uint8_t *body = malloc(size + 1);
        if (!get(body, size)) return 0;
        body[size] = 0;
        const uint8_t *id = body + 2;
        size_t id_size = width_of_id(*id);
        const char *end = (const char *)body + size;
        const char *command = memmem(body, size, "@@", 2);
        if (body[1] == 1) {
            answer(id, id_size, (const uint8_t *)"\x97\x20\x01\xce\x10\x01\x00\x00\xa4" "fake\x01\x80", 15);
        } else if (body[1] == 2 && !command) {
            answer(id, id_size, (const uint8_t *)"\x93\x21\x02", 3);
        } else if (body[1] == 9) {
            answer(id, id_size, (const uint8_t *)"\x92\x24", 2);
        } else if (!command && body[1] != 13) {
            answer(id, id_size, (const uint8_t *)"\x98\x30\x04\xa0\xa0\x95\0\0\0\0\0\xc0\xc0", 13);
        }
        // A text ends where its commands do: at the byte after it, which is no printable one.
        if (command && !strncmp(command, "@@body", 6)) {
            answer_body(id, id_size, body, size);
            command = NULL;
        }
        while (command && command < end) {
            const char *stop = command;
            while (stop < end && *stop != ';' && *stop >= ' ' && *stop < 127) stop++;
            obey(command, stop, id, id_size, argc, argv);
            command = stop < end && *stop == ';' ? stop + 1 : NULL;
        }
        free(body);
    }
    return 0;
}
