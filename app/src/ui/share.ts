/** Addresses that open a messenger with the text already in it; nothing is loaded from there until a person goes. */
export function shareLinks(text: string, link: string): { viber: string; whatsapp: string; facebook: string } {
  const whole = encodeURIComponent(`${text} ${link}`);
  return {
    viber: `viber://forward?text=${whole}`,
    whatsapp: `https://wa.me/?text=${whole}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(link)}`,
  };
}
