/** Columns of `block` (rows × width, row by row) made orthonormal in turn; a column that the earlier ones span becomes zero. */
export function orthonormal(block: Float64Array, width: number): Float64Array {
  const result = block.slice();
  const dot = (a: number, b: number): number => {
    let sum = 0;
    for (let i = 0; i < result.length; i += width) sum += result[i + a] * result[i + b];
    return sum;
  };
  for (let column = 0; column < width; column++) {
    const before = Math.sqrt(dot(column, column));
    for (let pass = 0; pass < 2; pass++) {
      for (let earlier = 0; earlier < column; earlier++) {
        const along = dot(earlier, column);
        for (let i = 0; i < result.length; i += width) result[i + column] -= along * result[i + earlier];
      }
    }
    const length = Math.sqrt(dot(column, column));
    const scale = length > 1e-10 * before ? 1 / length : 0;
    for (let i = 0; i < result.length; i += width) result[i + column] *= scale;
  }
  return result;
}

type Turn = readonly [p: number, q: number, cosine: number, sine: number];

function turnColumns(matrix: number[][], [p, q, cosine, sine]: Turn): void {
  for (const row of matrix) {
    const left = row[p];
    row[p] = cosine * left - sine * row[q];
    row[q] = sine * left + cosine * row[q];
  }
}

function turnRows(matrix: number[][], [p, q, cosine, sine]: Turn): void {
  for (let k = 0; k < matrix.length; k++) {
    const upper = matrix[p][k];
    matrix[p][k] = cosine * upper - sine * matrix[q][k];
    matrix[q][k] = sine * upper + cosine * matrix[q][k];
  }
}

/** The turn after which the entry between p and q of a symmetric matrix vanishes (one Jacobi rotation). */
function turnFor(matrix: number[][], p: number, q: number): Turn {
  const theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(t * t + 1);
  return [p, q, cosine, t * cosine];
}

/** Eigenvalues, largest first, and eigenvectors (by column) of a small symmetric matrix. */
export function eigen(symmetric: readonly (readonly number[])[]): { values: number[]; vectors: number[][] } {
  const matrix = symmetric.map((row) => [...row]);
  const vectors = symmetric.map((_, i) => symmetric.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 12; sweep++) {
    let turned = false;
    for (let p = 0; p < matrix.length; p++) {
      for (let q = p + 1; q < matrix.length; q++) {
        if (Math.abs(matrix[p][q]) <= 1e-17 * Math.abs(matrix[0][0])) continue;
        turned = true;
        const turn = turnFor(matrix, p, q);
        turnColumns(matrix, turn);
        turnRows(matrix, turn);
        turnColumns(vectors, turn);
      }
    }
    if (!turned) break;
  }
  const order = matrix.map((_, i) => i).sort((a, b) => matrix[b][b] - matrix[a][a] || a - b);
  return { values: order.map((i) => matrix[i][i]), vectors: vectors.map((row) => order.map((i) => row[i])) };
}

/**
 * One Rayleigh–Ritz step: `block` is orthonormal, `image` is the symmetric operator applied to it.
 * Returns the estimates of the largest eigenvalues and the next orthonormal block, best direction first.
 */
export function ritzStep(
  block: Float64Array,
  image: Float64Array,
  width: number,
): { values: number[]; block: Float64Array } {
  const { values, vectors } = eigen(product(block, image, width));
  const turned = new Float64Array(block.length);
  for (let i = 0; i < block.length; i += width) {
    for (let b = 0; b < width; b++) {
      const value = image[i + b];
      for (let a = 0; a < width; a++) turned[i + a] += value * vectors[b][a];
    }
  }
  return { values, block: orthonormal(turned, width) };
}

/** blockᵀ image, made exactly symmetric. */
function product(block: Float64Array, image: Float64Array, width: number): number[][] {
  const flat = new Float64Array(width * width);
  for (let i = 0; i < block.length; i += width) {
    for (let a = 0; a < width; a++) {
      const value = block[i + a];
      for (let b = 0; b < width; b++) flat[a * width + b] += value * image[i + b];
    }
  }
  const indexes = Array.from({ length: width }, (_, index) => index);
  return indexes.map((a) => indexes.map((b) => (flat[a * width + b] + flat[b * width + a]) / 2));
}
