/** Scripts from a file, from standard input or from the command line: one path for all three. */
package dev.dockline.shell.script;
