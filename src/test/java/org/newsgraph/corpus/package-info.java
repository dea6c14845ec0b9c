/**
 * Articles made up by a program, as many as one wants, with all that there is to be found in them.
 */
package org.newsgraph.corpus;
