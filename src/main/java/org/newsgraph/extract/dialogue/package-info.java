/**
 * Dialogues: transcripts and interviews, whose text consists of labelled turns instead of reported
 * speech.
 *
 * <ul>
 *   <li>A {@link org.newsgraph.extract.dialogue.SpeechTurn turn} is the speech of one person until
 *       the next person speaks.
 *   <li>A {@link org.newsgraph.extract.dialogue.SpeakerLabel label} is the text before the colon at
 *       the start of a turn: "DR. ANN ROE, GEOLOGIST:", "Q:", "The Courier:".
 *   <li>A {@link org.newsgraph.extract.dialogue.Dialogue dialogue} is all turns of an article and
 *       the person interviewed, to whom the answers belong.
 * </ul>
 *
 * <p>Turns are recognised by the form of the text and by the network's labels of persons, before
 * names are resolved. The package {@code attribution} turns them into statements, and {@code coref}
 * resolves their labels.
 *
 * <p>Uses {@code article} and {@code text}. Begin with {@link
 * org.newsgraph.extract.dialogue.DialogueFinder}.
 */
package org.newsgraph.extract.dialogue;
