package io.sanse.contract.observation;

/**
 * A plate camera's passage record (过车).
 *
 * @param camera camera id of the registry
 * @param plate as read
 * @param plateColour JT/T 415 name: blue, yellow, black, white, green; or null
 * @param vehicleClass for example {@code dump-truck}, or null
 * @param direction {@code in}, {@code out}, or null
 * @param load by image analysis, or null
 * @param confidence 0–1, or null
 * @param image SHA-256 (hex) of the picture in the object store, or null
 */
public record Capture(
        String camera,
        String plate,
        String plateColour,
        String vehicleClass,
        String direction,
        LoadState load,
        Double confidence,
        String image)
        implements Payload {}
