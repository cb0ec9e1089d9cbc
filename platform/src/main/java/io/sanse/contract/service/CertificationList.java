package io.sanse.contract.service;

import java.util.List;

/**
 * Until when the live versions are certified.
 *
 * @param items by model id; versions that are not live now are left out
 */
public record CertificationList(List<Certification> items) {
    public CertificationList {
        items = List.copyOf(items);
    }
}
