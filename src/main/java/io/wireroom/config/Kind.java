package io.wireroom.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The word after {@code kind:} that chooses this record among those of its sealed family. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Kind {

  /** The word, as in the file. */
  String value();

  /** What this kind is for; one sentence, Markdown. */
  String doc();
}
