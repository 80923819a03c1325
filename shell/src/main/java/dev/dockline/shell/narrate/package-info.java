/** What is printed after each snippet: what it changed, what it gave, or why it failed. */
package dev.dockline.shell.narrate;
