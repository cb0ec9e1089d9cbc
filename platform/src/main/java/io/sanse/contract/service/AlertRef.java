package io.sanse.contract.service;

import io.sanse.contract.Caller;
import java.util.UUID;

/**
 * One alert.
 *
 * @param caller on whose behalf
 * @param id alert id
 */
public record AlertRef(Caller caller, UUID id) {}
