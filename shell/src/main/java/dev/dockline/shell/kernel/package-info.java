/** The same evaluation behind Jupyter's protocol, version 5.3, spoken directly over ZeroMQ. */
package dev.dockline.shell.kernel;
