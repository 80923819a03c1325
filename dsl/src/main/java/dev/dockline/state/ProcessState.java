package dev.dockline.state;

/**
 * A program that runs in a container, as {@code ps} tells it.
 *
 * @param pid its number, on the engine's host or in the container as the engine tells it
 * @param user the user it runs as
 * @param time how much processor time it has used
 * @param command the program and its arguments
 */
public record ProcessState(String pid, String user, String time, String command) {}
