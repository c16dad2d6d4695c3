package org.openpriorauth.language.anthropic;

import org.openpriorauth.language.LanguageModel;
import org.openpriorauth.language.ModelHttp;

/** The adapter as the container makes it. */
public final class Made {
  private Made() {}

  public static LanguageModel of(ModelHttp http) {
    AnthropicModel model = new AnthropicModel();
    model.http = http;
    return model;
  }
}
