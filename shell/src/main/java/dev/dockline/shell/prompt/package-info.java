/** The prompt: reading lines with JLine, and the few commands that are not Java. */
package dev.dockline.shell.prompt;
