package dev.dockline.embedded.runtime;

import java.time.Instant;

/** A line that a container wrote, with its newline if it had one; stream 1 is standard output, 2 standard error. */
public record LogEntry(Instant time, int stream, byte[] line) {}
