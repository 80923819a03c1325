/**
 * What containers run. A {@link dev.dockline.embedded.program.Program} is a function from a
 * {@link dev.dockline.embedded.program.Process} to an exit code; it runs on a thread, sees only its container's files and
 * network, and ends when its {@link dev.dockline.embedded.program.ProcessTable} is killed, because every read, write and
 * wait of its then fails. Tools, the shell and the servers have packages of their own.
 */
package dev.dockline.embedded.program;
