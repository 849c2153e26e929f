package org.provdl.server;

/** Why there is nothing else to see. */
record ProblemPage(Pages.Frame frame, Problem problem) {}
