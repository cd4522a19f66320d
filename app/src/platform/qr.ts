import { encode } from 'uqr';

/**
 * A text as a QR picture: SVG in black on white with the quiet border that scanners need, one path, no style attributes.
 * It grows to the width it is given; name it by `role="img"` and a label around it.
 */
export function qrSvg(text: string): string {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x] || row[x - 1]) continue;
      let end = x;
      while (row[end]) end += 1;
      path += `M${x} ${y}h${end - x}v1h-${end - x}z`;
    }
  });
  const frame = `viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${frame}><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
