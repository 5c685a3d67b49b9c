package fr.bastide.directory;

class MemoryProvidersTest extends ProvidersContract {

  private final Providers providers = new MemoryProviders();

  @Override
  protected Providers providers() {
    return providers;
  }
}
