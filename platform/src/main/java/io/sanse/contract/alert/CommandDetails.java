package io.sanse.contract.alert;

import io.sanse.contract.GeoPoint;
import java.util.List;

/**
 * What a command says beyond its type; members that the type does not need are null.
 *
 * @param outcome VERIFY: {@code confirmed}, {@code unfounded} or {@code undetermined}
 * @param measure HANDLE: {@code rectify}, {@code fine}, {@code criminal-case}, {@code transfer} or {@code none}
 * @param amountYuan HANDLE with a fine: CNY
 * @param tonnes VERIFY: amount found, t
 * @param department DISPATCH, TRANSFER: department id
 * @param returnTo RETURN: {@code on-scene} or {@code handled}
 * @param photos SHA-256 (hex) of pictures in the object store, at most 20
 * @param location where the officer was
 */
public record CommandDetails(
        String outcome,
        String measure,
        Double amountYuan,
        Double tonnes,
        String department,
        AlertState returnTo,
        List<String> photos,
        GeoPoint location) {
    public static final CommandDetails NONE = new CommandDetails(null, null, null, null, null, null, List.of(), null);

    public CommandDetails {
        photos = photos == null ? List.of() : List.copyOf(photos);
    }
}
