/**
 * The activity of one entity: its statements, those about it, and the articles that mention it,
 * counted by entity and by period ({@link org.newsgraph.query.activity.EntityActivity}). Uses
 * {@code query.statement} and {@code query.entity}.
 */
package org.newsgraph.query.activity;
