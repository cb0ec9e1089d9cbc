package io.sanse.contract.service;

import java.util.List;

/**
 * Until when the live versions are certified.
 *
 * @param items by model id; versions that are not live now are left out
 * @param noticeDays so many days before its date people are told that a certification ends
 */
public record CertificationList(List<Certification> items, long noticeDays) {
    public CertificationList {
        items = List.copyOf(items);
    }
}
