/**
 * The track store: tables of PostgreSQL that keep every vehicle's sights compactly and find them by place. Fed by {@code observation_segment}; read by trace-backs.
 */
package io.sanse.model.trace.store;
