/** Notebooks: their files, the running of their cells, and what the cells put out. */
package dev.dockline.shell.notebook;
