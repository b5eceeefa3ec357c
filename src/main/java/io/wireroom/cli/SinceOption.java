package io.wireroom.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the command line: a length of time ago, such as 2h, or 2026-03-04T09:30:00Z. */
final class SinceOption implements ITypeConverter<Instant> {

  private final Clock clock;

  SinceOption() {
    this(Clock.systemUTC());
  }

  SinceOption(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant convert(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException noTime) {
      try {
        return clock.instant().minus(new DurationOption().convert(text));
      } catch (TypeConversionException noDuration) {
        throw new TypeConversionException(
            "write it as 2h or 1d (ago), or as 2026-03-04T09:30:00Z, not " + text);
      }
    }
  }
}
