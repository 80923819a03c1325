/** The command line: the prompt, the script runner and what they share. */
package dev.dockline.shell;
