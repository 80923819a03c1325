/** A small POSIX shell: text to tokens, tokens to a tree, the tree run. */
package dev.dockline.embedded.program.shell;
