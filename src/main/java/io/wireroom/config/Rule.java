package io.wireroom.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares how the keys of one record depend on each other. It is about which keys are given, so it
 * holds even where their values are wrong.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Rule.Several.class)
@interface Rule {

  /** The key that brings the rule into force when it is given; empty for always. */
  String when() default "";

  /**
   * A regular expression: the rule is in force only when the value of {@link #when()}, its default
   * included, matches it as a whole.
   */
  String is() default "";

  /** At least one of these keys must be given. */
  String[] needs() default {};

  /** None of these keys may be given. */
  String[] excludes() default {};

  /** The reason, as the end of a sentence. */
  String because();

  /** The rules of a record. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Several {
    Rule[] value();
  }
}
