package io.wireroom.deliver;

import io.wireroom.brief.Brief;

/**
 * One brief.
 *
 * @param update whether its story was told to this subscription before, and it has news in it
 */
public record Report(Brief brief, boolean update) implements Content {

  @Override
  public String id() {
    return brief.id();
  }

  @Override
  public <T> T in(Form<T> form) {
    return form.report(this);
  }
}
