// "Where I stand": fills a field with the place of this device, where the browser can tell it and the person says yes.
for (const button of document.querySelectorAll('[data-here]')) {
  const field = document.getElementById(button.dataset.here);
  if (!navigator.geolocation || !window.isSecureContext || !field) continue;
  button.hidden = false;
  button.addEventListener('click', () =>
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      field.value = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`;
    }),
  );
}
